using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>Conversions of a day's visitors, against the binomial law, where it holds and where not.</summary>
/// <param name="Fair">Visitors who decide for themselves.</param>
/// <param name="Moving">Good and bad days.</param>
/// <param name="Twice">Every visitor comes twice, and half of the second visits end like the first.</param>
internal sealed record BinomialFindings(SimulatedCounts Fair, SimulatedCounts Moving, SimulatedCounts Twice)
{
    public const int Visitors = 200;
    public const double ConversionRate = 0.05, Spread = 0.015, Repeats = 0.5;

    /// <summary>The ratio that good and bad days should have: 1 + (n − 1)ρ, ρ = spread²/(p(1 − p)).</summary>
    public static double MovingRatio => 1 + (Visitors - 1) * Spread * Spread / (ConversionRate * (1 - ConversionRate));

    /// <summary>The ratio that repeated visits should have.</summary>
    public static double TwiceRatio => 1 + Repeats;

    public static BinomialFindings Of(DistributionsOptions options)
    {
        int days = options.Simulations(5000);
        var random = Seeds.Generator(options.Seed, DrawnFor.Worlds, 1);
        var law = CountLaw.OfBinomial(Visitors, ConversionRate);
        return new BinomialFindings(
            Of(_ => ConversionRate, once: true), Of(_ => ConversionRate + (random.Next(2) == 0 ? -Spread : Spread), once: true),
            Of(_ => ConversionRate, once: false));

        SimulatedCounts Of(Func<int, double> rate, bool once)
        {
            double[] counts = [.. Enumerable.Range(0, days).Select(day => Day(rate(day), once, random))];
            return SimulatedCounts.Of(law, counts, Dispersion.OfSuccesses(counts, Visitors, options.Seed, options.Quick ? 300 : 1000));
        }
    }

    // Visitor by visitor: the law must come out of it, not go into it.
    private static double Day(double rate, bool once, Random random)
    {
        int converted = 0;
        bool earlier = false;
        for (int visit = 0; visit < Visitors; visit++)
        {
            bool repeats = !once && visit % 2 == 1 && random.NextDouble() < Repeats;
            earlier = repeats ? earlier : random.NextDouble() < rate;
            if (earlier) converted++;
        }

        return converted;
    }
}
