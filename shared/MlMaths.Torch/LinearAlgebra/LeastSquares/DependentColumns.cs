namespace MlMaths.Torch.LinearAlgebra;

/// <summary>A column that other columns already say.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Constant">c₀ of xⱼ = c₀ + Σ cₖxₖ.</param>
/// <param name="Combination">Each other column that takes part with its cₖ, in the units of the columns that were given.</param>
public sealed record DependentColumn(int Column, double Constant, IReadOnlyList<(int Column, double Factor)> Combination);

/// <summary>
/// Columns that are combinations of the ones before them and a constant. Their weights are not determined: what one loses
/// another can gain, and no prediction changes. Found while reflecting (<see cref="HouseholderQr"/>): of such a column nothing is
/// left below the rows that are done.
/// <code>
/// Qᵀxⱼ = [z; 0]   ⇒   xⱼ = Q₁z = X_kept c   with   R c = z
/// </code>
/// </summary>
public static class DependentColumns
{
    /// <summary>Share of a column's length below which what is left of it is rounding.</summary>
    public const double Rounding = 1e-11;

    /// <summary>Keeps the first of several columns that say the same.</summary>
    /// <param name="columns">Standardised, so that a large offset does not pass for a large column.</param>
    public static IReadOnlyList<DependentColumn> Of(IReadOnlyList<double[]> columns)
    {
        if (columns.Count == 0) return [];
        Finite.Check(columns);
        var qr = new HouseholderQr(columns[0].Length);
        double[] ones = new double[qr.Rows];
        Array.Fill(ones, 1);
        qr.TryAdd(ones);
        List<int> kept = [];
        List<DependentColumn> dependent = [];
        foreach ((int j, bool isAdded) in qr.TryAddEach(columns, _ => Rounding).Index())
        {
            if (isAdded)
            {
                kept.Add(j);
                continue;
            }

            double[] c = qr.Solve(columns[j]);
            double largest = c.Max(Math.Abs);
            dependent.Add(new DependentColumn(j, Rounded(c[0], largest),
                [.. kept.Zip(c.Skip(1), (k, factor) => (k, Rounded(factor, largest))).Where(part => part.Item2 != 0)]));
        }

        return dependent;
    }

    private static double Rounded(double factor, double largest) => Math.Abs(factor) <= 1e-9 * largest ? 0 : factor;
}
