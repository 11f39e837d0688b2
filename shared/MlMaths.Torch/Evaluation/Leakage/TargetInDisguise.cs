using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: one column that by itself ranks nearly every positive row above nearly every other is rarely a
/// discovery. More often it was written down after the outcome was known, or is the target under another name.
/// </summary>
/// <param name="Column">0-based.</param>
/// <param name="Name">As the file has it.</param>
/// <param name="Area">ROC area of the column as a score, with its interval; of the falling column where that is larger.</param>
/// <param name="Falls">Whether small values mean positive.</param>
public sealed record TargetInDisguise(int Column, string Name, Interval Area, bool Falls)
{
    /// <summary>From here on a column is suspected: of a hundred pairs of a positive and another row it has one wrong at most.</summary>
    public const double Suspicious = 0.99;

    /// <summary>Columns with an area of <see cref="Suspicious"/> or more over the training rows, the largest first.</summary>
    public static IReadOnlyList<TargetInDisguise> In(
        TrainingPart training, BinaryTarget target, double confidence = Interval.DefaultConfidence) =>
            [.. Areas(training, target, confidence).Where(column => column.Area.Value >= Suspicious)];

    /// <summary>Every column, the largest area first; none where a class is missing.</summary>
    public static IReadOnlyList<TargetInDisguise> Areas(
        TrainingPart training, BinaryTarget target, double confidence = Interval.DefaultConfidence)
    {
        bool[] labels = target.Of(training);
        if (!labels.Contains(true) || !labels.Contains(false))
            return [];
        Dataset rows = training.Select();
        return [.. Enumerable.Range(0, rows.Columns).Select(column => Of(rows, column, labels, confidence))
            .OrderByDescending(one => one.Area.Value)];
    }

    private static TargetInDisguise Of(Dataset rows, int column, bool[] labels, double confidence)
    {
        double[] values = rows.Column(column);
        var rising = DeLong.Of(labels, values);
        bool falls = rising.Area < 0.5;
        Interval area = (falls ? DeLong.Of(labels, Array.ConvertAll(values, value => -value)) : rising).AreaInterval(confidence);
        return new(column, rows.ColumnNames[column], area.Value == 1 ? Perfect(labels, confidence) : area, falls);
    }

    // Ranked without an error, no spread of ranks tells how far the next rows may be off. But k = min(m, n₀) pairs of a
    // positive and another row, no row in two of them, are k independent trials that all succeeded: Clopper and Pearson's
    // lower end is (α/2)^(1/k).
    internal static Interval Perfect(bool[] labels, double confidence)
    {
        int positives = labels.Count(label => label);
        return ClopperPearsonInterval.Of(
            Math.Min(positives, labels.Length - positives),
            Math.Min(positives, labels.Length - positives),
            confidence) with
        {
            Method = "Clopper–Pearson over separate pairs",
        };
    }
}
