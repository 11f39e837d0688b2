namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What one row does to the first component.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Share">Its share of the sum of squares along the first axis; 1/n if all rows had the same.</param>
/// <param name="Degrees">How far the axis turns when the row is left out, 0 to 90; null where all other rows are alike.</param>
/// <param name="RatioWithout">The first component's share of the variance without the row; null likewise.</param>
public sealed record RowInfluence(int Row, double Share, double? Degrees, double? RatioWithout);

/// <summary>
/// Which rows own the first component: a single outlier, squared, can outweigh all other rows.
///
/// <code>
/// shareᵢ  = zᵢ₁² / Σ z₁²                            zᵢ₁: the score of row i
/// C₍ᵢ₎    = ((n − 1) C − n/(n − 1) uuᵀ) / (n − 2)   u = xᵢ − m: the covariance without row i, with no second pass
/// degrees = the angle between v₁ and v₁₍ᵢ₎            v₁₍ᵢ₎: its first axis
/// </code>
/// Source: F. Critchley, 1985, Influence in principal components analysis, Biometrika 72:627–636.
/// </summary>
/// <param name="Rows">The rows with the largest shares and those furthest from the mean, the largest turn first.</param>
/// <param name="Ratio">The first component's share of the variance with all rows.</param>
public sealed record OutlierInfluence(IReadOnlyList<RowInfluence> Rows, double Ratio)
{
    /// <summary>Looks at X [n, d], n at least 3.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="candidates">Rows with the largest share, and as many with the largest distance, that are left out in turn.</param>
    public static OutlierInfluence Fit(Tensor X, int candidates = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        if (X.size(0) < 3)
        {
            throw new UserMistakeException($"Leaving a row out while keeping a spread needs at least three rows, and "
                + $"there are {X.size(0)}.");
        }
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = CheckedRows.Of(X);
        var fit = PrincipalComponents.Fit(rows, 1, PcaMethod.Covariance);
        (Tensor m, Tensor C) = SymmetricCovariance.Of(rows);
        Tensor v = TensorCopy.Of([.. fit.Components[0]], device: X.device), centred = rows - m;
        double[] z2 = [.. centred.mv(v).square().cpu().data<double>()], length2 = [.. centred.square().sum(1).cpu().data<double>()];
        double whole = z2.Sum(), n = z2.Length;

        RowInfluence[] influences =
        [
            .. Largest(z2, candidates).Union(Largest(length2, candidates))
                .Select(i => Without(i, C, centred.select(0, i), v, n) with { Share = z2[i] / whole })
                .OrderByDescending(row => row.Degrees ?? 90).ThenBy(row => row.Row),
        ];
        return new(influences, fit.Ratio[0]);
    }

    private static RowInfluence Without(int i, Tensor C, Tensor u, Tensor v, double n)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor left = (C * (n - 1) - (u.outer(u) * (n / (n - 1)))) / (n - 2);
        (Tensor λ, Tensor V) = torch.linalg.eigh(left);
        double first = λ[^1].ToDouble(), whole = λ.sum().ToDouble();
        // What is left of a spread that was taken away is rounding of the spread that there was.
        if (first <= 1e-14 * C.trace().ToDouble())
            return new(i, 0, null, null);

        Tensor axis = V.select(1, V.size(1) - 1);
        // By the sine too: near 0 an arccos has half of its digits.
        double cosine = axis.dot(v).ToDouble(), sine = (v - axis * cosine).norm().ToDouble();
        return new(i, 0, Math.Atan2(sine, Math.Abs(cosine)) * 180 / Math.PI, first / whole);
    }

    private static IEnumerable<int> Largest(double[] values, int count) =>
        Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).Take(count);
}
