using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Counts of simulated periods beside the law that should describe them.</summary>
/// <param name="Periods">How many were simulated.</param>
/// <param name="Shares">Of each count that either side has.</param>
/// <param name="Dispersion">Variance over that of the law.</param>
/// <param name="Beyond">Share of periods outside the range that the law gives 95 % of them, or a little more.</param>
/// <param name="Promised">The same by the law.</param>
internal sealed record SimulatedCounts(
    int Periods, IReadOnlyList<CountShare> Shares, Dispersion Dispersion, Interval Beyond, double Promised)
{
    private const double Seldom = 0.0005;

    public static SimulatedCounts Of(CountLaw law, double[] counts, Dispersion dispersion)
    {
        long low = Quantile(law, 0.025), high = Quantile(law, 0.975);
        int outside = counts.Count(count => count < low || count > high);
        ILookup<long, double> seen = counts.ToLookup(count => (long)count);
        long first = Math.Min(Quantile(law, Seldom), (long)counts.Min()), last = Math.Max(Quantile(law, 1 - Seldom), Upper(counts));
        CountShare[] shares = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i =>
            new CountShare(first + i, law.Mass(first + i), WilsonInterval.Of(seen[first + i].Count(), counts.Length)))];
        return new SimulatedCounts(
            counts.Length, shares, dispersion, WilsonInterval.Of(outside, counts.Length),
            1 - law.Cumulative(high) + law.Cumulative(low - 1));
    }

    // A single far count would make the figure wide and empty.
    private static long Upper(double[] counts) => (long)Quantiles.Of(counts).At(1 - Seldom);

    private static long Quantile(CountLaw law, double share)
    {
        long k = law.First;
        while (law.Cumulative(k) < share) k++;
        return k;
    }
}
