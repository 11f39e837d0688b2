using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Evaluate;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// Rows that an evaluation may use, followed by fresh rows of the same world that it never meets: what a model is worth is read
/// from those.
/// </summary>
internal sealed class DrawnWorld
{
    private const string Positive = "yes", Negative = "no";

    private readonly double[] _features;
    private readonly bool[] _positive;
    private readonly string[] _names;

    /// <param name="features">Row by row, the known rows first; taken over.</param>
    /// <param name="positive">One per row.</param>
    /// <param name="known">How many rows are known; the others are fresh.</param>
    public DrawnWorld(double[] features, bool[] positive, int known)
    {
        (_features, _positive, Known) = (features, positive, known);
        _names = [.. Enumerable.Range(1, features.Length / positive.Length).Select(column => $"x{column}")];
    }

    /// <summary>Rows 0 … n − 1.</summary>
    public int Known { get; }

    /// <summary>d.</summary>
    public int Columns => _names.Length;

    /// <summary>All rows, known and fresh.</summary>
    public int Rows => _positive.Length;

    /// <summary>Rows that nothing but the truth is read from.</summary>
    public IEnumerable<int> Fresh => Enumerable.Range(Known, Rows - Known);

    /// <summary>Row by row. Not to be written to.</summary>
    public double[] Features => _features;

    /// <summary>One per row. Not to be written to.</summary>
    public bool[] IsPositive => _positive;

    /// <summary>The same rows with other features.</summary>
    public DrawnWorld With(double[] features) => new(features, _positive, Known);

    /// <summary>The same rows with some of the columns.</summary>
    public DrawnWorld WithColumns(int[] columns) => With(
        [.. Enumerable.Range(0, Rows).SelectMany(row => columns.Select(column => _features[row * Columns + column]))]);

    /// <summary>Fits on some rows, and gives each of others its probability.</summary>
    public double[] Probabilities(Recipe recipe, IEnumerable<int> training, IReadOnlyList<int> judged, int seed)
    {
        (BinaryTarget target, TrainingPart part) = Part([.. training]);
        return recipe.Probabilities(target, part, judged, seed);
    }

    /// <summary>Some rows as a training part, which is all that a scaler can be fitted on.</summary>
    public (BinaryTarget Target, TrainingPart Training) Part(HashSet<int> training)
    {
        // Two groups that must not be cut give two folds: one of them trains on the rows that were asked for.
        Dataset parted = Table([.. Enumerable.Range(0, Rows).Select(row => training.Contains(row) ? "training" : "other")]);
        return (BinaryTarget.From(parted, Positive), GroupedFolds.Of(parted, 2, seed: 1)
            .Single(fold => training.Contains(fold.Training.Rows[0])).Training);
    }

    /// <summary>Cross-validation of the known rows by chance, with the same share of positives in every fold.</summary>
    public IReadOnlyList<Turn> Folds(int count, int seed) => Turns(Data.Folds.Stratified(KnownRows(null), count, seed));

    /// <summary>Cross-validation of the known rows in which no group is in two folds.</summary>
    public IReadOnlyList<Turn> Folds(IReadOnlyList<string> groups, int count, int seed) =>
        Turns(GroupedFolds.Stratified(KnownRows(groups), count, seed));

    /// <summary>ROC area of scores of some rows; null where one class is missing among them.</summary>
    public double? Area(IReadOnlyList<int> rows, ReadOnlySpan<double> scores) =>
        DeLong.Of([.. rows.Select(row => _positive[row])], scores.ToArray()).Area;

    /// <summary>Whether a check finds something in the known rows, when folds are dealt by chance.</summary>
    public bool Shows(LeakageKind kind, int seed, IReadOnlyList<string>? groups = null, IReadOnlyList<double>? times = null)
    {
        Dataset known = KnownRows(groups);
        var target = BinaryTarget.From(
            new Dataset(known.Name, known.ColumnNames, known.Features.ToArray(), known.TargetName, known.Labels, known.Provenance)
            {
                Group = groups is null ? null : known.Group,
                Time = times is null ? null : new TimeColumn("time", times, IsDate: false),
            },
            Positive);
        return LeakageChecks.Of(target, null, [Data.Folds.Stratified(target, 5, seed)], seed)[kind].Status
            is LeakageStatus.Found or LeakageStatus.Hint;
    }

    private static IReadOnlyList<Turn> Turns(IReadOnlyList<Fold> folds) =>
        [.. folds.Select(fold => new Turn(fold.Training.Rows, fold.HeldOut.Rows))];

    private Dataset KnownRows(IReadOnlyList<string>? groups) =>
        Table([.. groups ?? [], .. Enumerable.Repeat("", Rows - (groups?.Count ?? 0))])
            .Select([.. Enumerable.Range(0, Known)]);

    private Dataset Table(IReadOnlyList<string> groups) => new(
        "drawn", _names, _features, "outcome", [.. _positive.Select(positive => positive ? Positive : Negative)],
        new Provenance("drawn by this program", "free to use", ""))
    {
        Group = new GroupColumn("group", groups),
    };
}

/// <summary>One turn of an evaluation: who trains, who is judged.</summary>
/// <param name="Training">0-based rows.</param>
/// <param name="HeldOut">0-based rows.</param>
internal sealed record Turn(int[] Training, int[] HeldOut);
