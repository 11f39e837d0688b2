using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>How a model scores positives and negatives, where nothing is known of it but its law.</summary>
/// <param name="Name">As a table prints it.</param>
/// <param name="Draw">The score of a positive or of a negative row.</param>
public sealed record ScoreLaw(string Name, Func<Random, bool, double> Draw)
{
    /// <summary>Near and far, wide, skewed, tied, and half of the positives found with ease.</summary>
    public static IReadOnlyList<ScoreLaw> All { get; } =
    [
        Shifted(0.5), Shifted(1), Shifted(2), Shifted(3),
        new("positives spread twice as wide", (random, positive) => Normal.Draw(random, positive ? 1 : 0, positive ? 2 : 1)),
        new("in steps of a half", (random, positive) => Math.Floor(2 * Normal.Draw(random, positive ? 1.2 : 0))),
        new("exponential, 3 to 1", (random, positive) => -Math.Log(1 - random.NextDouble()) * (positive ? 3 : 1)),
        new("half of the positives are easy",
            (random, positive) => Normal.Draw(random, positive && random.NextDouble() < 0.5 ? 4 : 0)),
    ];

    /// <summary>Two normal laws.</summary>
    /// <param name="distance">How far apart, in their deviations.</param>
    public static ScoreLaw Shifted(double distance) => new(
        FormattableString.Invariant($"normal, {distance} apart"), (random, positive) => Normal.Draw(random, positive ? distance : 0));

    /// <summary>Positives first.</summary>
    /// <param name="positives">How many.</param>
    /// <param name="negatives">How many.</param>
    /// <param name="random">Draws the scores.</param>
    public RankedScores Rows(int positives, int negatives, Random random)
    {
        bool[] labels = [.. Enumerable.Range(0, positives + negatives).Select(row => row < positives)];
        return RankedScores.Of(labels, Array.ConvertAll(labels, label => Draw(random, label)));
    }

    /// <summary>ROC area and average precision of the law at a share of positives: those of 300,000 rows of each class.</summary>
    /// <param name="share">Of positives, between 0 and 1.</param>
    public (double RocArea, double AveragePrecision) Truth(double share)
    {
        const int Many = 300_000;
        ThresholdCounts counts = Rows(Many, Many, Seeds.Generator(1, DrawnFor.Worlds)).Counts;
        double area = 0, before = 0;
        for (int i = 0; i < counts.Thresholds.Count; i++)
        {
            double recall = counts.TruePositives[i] / (double)Many, alarms = counts.FalsePositives[i] / (double)Many;
            if (recall > before) area += (recall - before) * share * recall / (share * recall + (1 - share) * alarms);
            before = recall;
        }

        return (RocCurve.From(counts).Area!.Value, area);
    }
}
