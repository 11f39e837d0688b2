namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Rows in deviations of given groups: what tells the groups counts, and what scatters within them does not.
///
/// <code>
/// y = x U        U = (L⁻¹)ᵀ, S = LLᵀ the covariance within the groups, pooled
/// </code>
/// Distances in y are those of R. A. Fisher's discriminant: k-means in it finds groups that are apart in one column of many, or
/// that are oblong side by side.
/// </summary>
public static class GroupUnits
{
    /// <summary>U, [d][d], of grouped rows.</summary>
    /// <param name="X">Rows [n, d] on any device.</param>
    /// <param name="labels">The group of each.</param>
    public static IReadOnlyList<IReadOnlyList<double>> Of(Tensor X, IReadOnlyList<int> labels)
    {
        if (X.size(0) != labels.Count)
            throw new ArgumentException($"X has {X.size(0)} rows and there are {labels.Count} labels.", nameof(labels));
        double[][] rows = SeparatedGroups.Rows(CentredRows.Of(X));
        WithinCovariance within = WithinCovariance.Of(
            rows, labels.Index().GroupBy(label => label.Item, label => label.Index).Select(group => (IReadOnlyList<int>)[.. group]));
        // Row j of U is the j-th column of L⁻¹: the whitened j-th unit vector.
        return [.. Enumerable.Range(0, rows[0].Length).Select(j =>
        {
            double[] unit = new double[rows[0].Length];
            unit[j] = 1;
            return within.Whitened(unit);
        })];
    }
}
