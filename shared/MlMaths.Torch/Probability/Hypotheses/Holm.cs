namespace MlMaths.Torch.Probability;

/// <summary>
/// p-values of m tests, adjusted so that calling all at or below α a finding makes a single false one with probability α at
/// most, whatever the tests have to do with each other (S. Holm, 1979, Scandinavian Journal of Statistics 6:65–70). Never
/// less powerful than Bonferroni's m p; stricter than <see cref="BenjaminiHochberg"/>, which allows a share to be false.
/// <code>
/// p₍₁₎ ≤ … ≤ p₍ₘ₎        adjusted p₍ᵢ₎ = max over j ≤ i of  min(1, (m − j + 1) p₍ⱼ₎)
/// </code>
/// </summary>
public static class Holm
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
        double most = 0;
        for (int j = 1; j <= p.Length; j++)
        {
            int i = ascending[j - 1];
            adjusted[i] = most = Math.Max(most, Math.Min(1, (p.Length - j + 1) * p[i]));
        }
        return adjusted;
    }
}
