using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Events per period against the Poisson law, where it holds and where not.</summary>
/// <param name="Fair">Events that know nothing of each other.</param>
/// <param name="Bursts">The same number of events, which come in bursts.</param>
/// <param name="Limit">How far binomials of the same mean are from the Poisson law.</param>
/// <param name="FairRejected">Share of series of 30 fair periods that the dispersion test calls not Poisson.</param>
/// <param name="BurstsRejected">The same with bursts.</param>
/// <param name="FairChange">Share of pairs of 30 fair periods that the exact test of two rates calls a change.</param>
/// <param name="BurstsChange">The same with bursts.</param>
internal sealed record PoissonFindings(
    SimulatedCounts Fair, SimulatedCounts Bursts, IReadOnlyList<RareLimit> Limit, Interval FairRejected,
    Interval BurstsRejected, Interval FairChange, Interval BurstsChange)
{
    public const double EventRate = 4, MeanBurst = 2;
    public const int Series = 30;

    private static readonly int[] LimitTrials = [8, 20, 50, 200, 1000];

    /// <summary>E[M²]/E[M] of a geometric size M with mean 2: what bursts multiply the variance with.</summary>
    public static double BurstRatio => 2 * MeanBurst - 1;

    public static PoissonFindings Of(DistributionsOptions options)
    {
        var random = Seeds.Generator(options.Seed, DrawnFor.Worlds, 2);
        int periods = options.Simulations(5000), series = options.Simulations(4000);
        CountLaw law = CountLaw.OfPoisson(EventRate), starts = CountLaw.OfPoisson(EventRate / MeanBurst);
        double Alone() => law.Draw(random);
        double InBursts() => Enumerable.Range(0, (int)starts.Draw(random)).Sum(_ => Burst(random));
        return new PoissonFindings(
            Simulated(Alone), Simulated(InBursts), [.. LimitTrials.Select(RareLimit.At)],
            Called(Alone), Called(InBursts), Changed(Alone), Changed(InBursts));

        SimulatedCounts Simulated(Func<double> draw)
        {
            double[] counts = Draws(draw, periods);
            return SimulatedCounts.Of(law, counts, Dispersion.OfEvents(counts, options.Seed, options.Quick ? 300 : 1000));
        }

        Interval Called(Func<double> draw) => WilsonInterval.Of(
            Enumerable.Range(0, series).Count(_ =>
                Dispersion.RatioOf(Draws(draw, Series)) is double ratio && Dispersion.PValueOf(ratio, Series) < 0.05),
            series);

        Interval Changed(Func<double> draw) => WilsonInterval.Of(
            Enumerable.Range(0, series).Count(_ => new TwoEventRates(Sum(draw), Series, Sum(draw), Series).Test().PValue < 0.05), series);
    }

    private static double[] Draws(Func<double> draw, int count) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private static long Sum(Func<double> draw) => (long)Draws(draw, Series).Sum();

    private static int Burst(Random random)
    {
        int size = 1;
        while (random.NextDouble() > 1 / MeanBurst) size++;
        return size;
    }
}
