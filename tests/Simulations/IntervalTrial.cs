using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// One data set from a law whose truth is known, and whether a 95 % interval computed from it holds that truth. Many of them say
/// whether the interval keeps its word.
/// </summary>
public static class IntervalTrial
{
    /// <summary>Wilson's interval of a rate.</summary>
    /// <param name="rate">The truth, from 0 to 1.</param>
    /// <param name="rows">Trials.</param>
    /// <param name="random">Draws them.</param>
    public static bool Wilson(double rate, int rows, Random random) =>
        WilsonInterval.Of(Successes(rate, rows, random), rows).Contains(rate);

    /// <summary>Wald's interval of a rate.</summary>
    /// <param name="rate">The truth, from 0 to 1.</param>
    /// <param name="rows">Trials.</param>
    /// <param name="random">Draws them.</param>
    public static bool Wald(double rate, int rows, Random random) => WaldInterval.Of(Successes(rate, rows, random), rows).Contains(rate);

    /// <summary>Newcombe's interval of a difference of two rates.</summary>
    /// <param name="first">One rate.</param>
    /// <param name="second">The other.</param>
    /// <param name="rows">Trials of each.</param>
    /// <param name="random">Draws them.</param>
    public static bool Newcombe(double first, double second, int rows, Random random) =>
        new TwoProportions(Successes(first, rows, random), rows, Successes(second, rows, random), rows).Difference()
            .Contains(second - first);

    /// <summary>
    /// DeLong's interval of a ROC area, of scores N(0, 1) of negatives and N(d, 1) of positives:
    /// <code>AUC = P(X₊ > X₋) = Φ(d/√2)</code>
    /// </summary>
    /// <param name="distance">d.</param>
    /// <param name="rows">Of each class.</param>
    /// <param name="random">Draws them.</param>
    public static bool RocArea(double distance, int rows, Random random)
    {
        bool[] labels = [.. Enumerable.Range(0, 2 * rows).Select(row => row < rows)];
        double[] scores = [.. labels.Select(positive => Normal.Draw(random, positive ? distance : 0))];
        return DeLong.Of(labels, scores).AreaInterval().Contains(Normal.Cumulative(distance / Math.Sqrt(2)));
    }

    /// <summary>
    /// The bootstrap's interval (BCa) of a Brier score, of probabilities that are uniform and too bold:
    /// <code>p ~ U(0, 1), y = 1 with probability p²:   E(p − y)² = E[p² − 2p·p² + p²] = 1/3 − 1/2 + 1/3 = 1/6</code>
    /// </summary>
    /// <param name="rows">How many.</param>
    /// <param name="resamples">Of the bootstrap.</param>
    /// <param name="random">Draws them, and the bootstrap's seed.</param>
    public static bool Brier(int rows, int resamples, Random random)
    {
        double[] errors = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double p = random.NextDouble(), y = random.NextDouble() < p * p ? 1 : 0;
            errors[row] = (p - y) * (p - y);
        }

        return Bootstrap.Of(Resampling.OfRows(rows), Mean, random.Next(), resamples).Bca().Contains(1.0 / 6);

        double? Mean(ReadOnlySpan<int> chosen)
        {
            double sum = 0;
            foreach (int row in chosen) sum += errors[row];
            return sum / chosen.Length;
        }
    }

    /// <summary>How often a trial succeeds, with Wilson's interval.</summary>
    /// <param name="trials">How many.</param>
    /// <param name="seed">Of the generator that all share.</param>
    /// <param name="trial">One trial.</param>
    public static Interval Rate(int trials, int seed, Func<Random, bool> trial)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        return WilsonInterval.Of(Enumerable.Range(0, trials).Count(_ => trial(random)), trials);
    }

    private static int Successes(double rate, int rows, Random random)
    {
        int successes = 0;
        for (int row = 0; row < rows; row++)
            if (random.NextDouble() < rate) successes++;
        return successes;
    }
}
