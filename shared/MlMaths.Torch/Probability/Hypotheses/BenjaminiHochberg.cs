namespace MlMaths.Torch.Probability;

/// <summary>
/// p-values of m tests, adjusted so that calling all at or below q a finding makes at most a share q of the findings false,
/// on average (Y. Benjamini, Y. Hochberg, 1995, Journal of the Royal Statistical Society B 57:289–300). Twenty tests of
/// nothing have one p below 0.05; adjusted, they rarely have any.
/// <code>
/// p₍₁₎ ≤ … ≤ p₍ₘ₎        adjusted p₍ᵢ₎ = min over j ≥ i of  min(1, m p₍ⱼ₎ / j)
/// </code>
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double[] p = pValues.ToArray();
        foreach (double one in p)
        {
            if (!(one is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), one, "A p-value lies between 0 and 1.");
        }

        int[] ascending = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        double[] adjusted = new double[p.Length];
        double least = 1;
        for (int j = p.Length; j >= 1; j--)
        {
            int i = ascending[j - 1];
            adjusted[i] = least = Math.Min(least, p.Length * p[i] / j);
        }
        return adjusted;
    }
}
