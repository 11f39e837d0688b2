using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A bootstrap of a measure that sees only how many rows are of each kind, such as the four cells of a confusion matrix. Drawing
/// n rows again changes each count c as a Poisson number of mean c does, but for their sum, which no ratio of counts notices
/// (B. Efron and R. J. Tibshirani, 1993, chapter 8, for independent counts): millions of rows cost as little as ten.
/// </summary>
internal static class CellBootstrap
{
    // From here on a Poisson number is as good as normal.
    private const long Many = 1000;

    public static Interval Percentile(
        IReadOnlyList<long> cells, Func<IReadOnlyList<long>, double?> measure, int seed,
        int resamples = Bootstrap.DefaultResamples, double confidence = Interval.DefaultConfidence)
    {
        if (measure(cells) is not double value)
            return Interval.Undefined("the measure is not defined on these counts", confidence);
        var random = Seeds.Generator(seed, DrawnFor.Bootstrap);
        Func<long>[] draws = [.. cells.Select(count => Draws(random, count))];
        List<double> replicates = [];
        long[] drawn = new long[cells.Count];
        for (int i = 0; i < resamples; i++)
        {
            for (int cell = 0; cell < drawn.Length; cell++)
                drawn[cell] = draws[cell]();
            if (measure(drawn) is double one && double.IsFinite(one)) replicates.Add(one);
        }

        string method = $"bootstrap of counts, {NumberText.Count(resamples)} resamples";
        if (replicates.Count < 0.95 * resamples)
            return Interval.WithoutEnds(value, method, "too few resamples define it", confidence);
        var quantiles = Quantiles.Of([.. replicates]);
        double low = quantiles.At((1 - confidence) / 2), high = quantiles.At((1 + confidence) / 2);
        return low < high
            ? new(value, low, high, confidence, method)
            : Interval.WithoutEnds(value, method, "it does not vary over resamples", confidence);
    }

    // A law's table is made once for all draws.
    private static Func<long> Draws(Random random, long mean)
    {
        if (mean > Many) return () => (long)Math.Round(mean + Math.Sqrt(mean) * Gaussian(random));
        var law = CountLaw.OfPoisson(mean);
        return () => law.Draw(random);
    }

    private static double Gaussian(Random random) => Normal.Quantile(Math.Clamp(random.NextDouble(), 1e-16, 1 - 1e-16));
}
