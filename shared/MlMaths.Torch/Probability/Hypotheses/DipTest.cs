namespace MlMaths.Torch.Probability;

/// <summary>
/// Has a law one mode? The <see cref="DipStatistic">dip</see> of a sample, and how often one as deep comes of a uniform law, of
/// all with one mode the one whose dips are deepest (J. A. Hartigan, P. M. Hartigan, 1985, Annals of Statistics 13:70–84).
///
/// <code>
/// p = P(D* ≥ D)        D* of n uniform values; by the quantiles of √n D*, 200,000 drawn for each of seven n
/// </code>
/// Of a law whose mode is sharper than a plain, as a normal one, p is nearer to 1: the test errs to the side of one mode.
/// </summary>
/// <param name="Dip">D, from 1/2n to ¼.</param>
/// <param name="PValue">p; beyond the table its tail goes on as a normal one, and no p is less than 10⁻⁹.</param>
public sealed record DipTest(double Dip, double PValue)
{
    private const double LeastP = 1e-9;

    /// <summary>The shares of uniform samples whose dips its table holds.</summary>
    public static IReadOnlyList<double> Tails => DipQuantiles.Tails;

    /// <summary>Tests finite values, at least four; ties count as they are, so spread rounded values first.</summary>
    public static DipTest Of(IReadOnlyList<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 4);
        double[] sorted = [.. values];
        Finite.Check(sorted);
        Array.Sort(sorted);
        double dip = DipStatistic.Of(sorted);
        return new DipTest(dip, PValueOf(dip, sorted.Length));
    }

    /// <summary>p of a dip of n values.</summary>
    internal static double PValueOf(double dip, int n)
    {
        double scaled = Math.Sqrt(n) * dip;
        double[] quantiles = DipQuantiles.Of(n);
        if (scaled <= quantiles[0]) return 1;
        int above = Array.FindIndex(quantiles, quantile => quantile >= scaled);
        // ln p falls about as −z², so that it is read along squares.
        int to = above < 0 ? quantiles.Length - 1 : above, from = above < 0 ? to - 3 : to - 1;
        double share = (scaled * scaled - quantiles[from] * quantiles[from])
            / (quantiles[to] * quantiles[to] - quantiles[from] * quantiles[from]);
        double logP = Math.Log(DipQuantiles.Tails[from])
            + share * (Math.Log(DipQuantiles.Tails[to]) - Math.Log(DipQuantiles.Tails[from]));
        return Math.Clamp(Math.Exp(logP), LeastP, 1);
    }
}
