using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>The trainings of several runs over each other.</summary>
/// <param name="Quantities">One picture each; those that at least two runs recorded.</param>
/// <param name="WhyNone">Why there is no picture, as a sentence; empty where there is one.</param>
internal sealed record OverlaidCurves(IReadOnlyList<OverlaidQuantity> Quantities, string WhyNone)
{
    // Without a training that calls itself final there may be many of equal names.
    private const int MostTrainings = 2;

    private static readonly (string Quantity, string Split, string Words)[] Drawn =
    [
        ("loss", "training", "training loss"), ("loss", "validation", "validation loss"), ("gradient_norm", "training", "gradient norm"),
    ];

    public static OverlaidCurves Of(IReadOnlyList<ComparedRun> runs, IReadOnlyList<string> labels, CancellationToken cancellation)
    {
        IReadOnlyList<HistoryRow>?[] histories =
        [
            .. runs.Select(run =>
            {
                cancellation.ThrowIfCancellationRequested();
                return StoredHistory.In(
                    run.Past.Folder, (quantity, split) => Drawn.Any(one => (one.Quantity, one.Split) == (quantity, split)));
            }),
        ];
        int[] trained = [.. Enumerable.Range(0, runs.Count).Where(i => histories[i] is { Count: > 0 })];
        if (trained.Length < 2)
        {
            return new([], trained.Length == 0
                ? "No run has a history.csv: there was no training, or its file is gone."
                : $"Only {runs[trained[0]].Letter} has a history.csv.");
        }

        string[] shared = Shared([.. trained.Select(i => histories[i]!)]);
        OverlaidQuantity[] found =
        [
            .. shared.SelectMany(training => Drawn.Select(one => new OverlaidQuantity(
                training, one.Words, one.Quantity,
                [.. trained.Select(i => Curve(histories[i]!, training, one.Quantity, one.Split, labels[i])).OfType<TrainingCurve>()])))
                .Where(one => one.Curves.Count > 1),
        ];
        return new(found, found.Length > 0 ? "" : "No training stands under the same name in two of the runs.");
    }

    // The final one where there is one; else the first few that all have.
    private static string[] Shared(IReadOnlyList<HistoryRow>[] histories)
    {
        string[] common =
        [
            .. histories.Select(history => history.Select(row => row.Run).Distinct()).Aggregate((some, others) => some.Intersect(others)),
        ];
        return common.FirstOrDefault(name => name.StartsWith("final", StringComparison.Ordinal)) is { } final
            ? [final]
            : [.. common.Take(MostTrainings)];
    }

    private static TrainingCurve? Curve(IReadOnlyList<HistoryRow> history, string training, string quantity, string split, string label)
    {
        HistoryRow[] rows = [.. history.Where(row => row.Run == training && row.Quantity == quantity && row.Split == split)];
        return rows.Length == 0 ? null : new(label, [.. rows.Select(row => row.Step)], [.. rows.Select(row => row.Value)]);
    }
}

/// <summary>One quantity of one training in several runs.</summary>
/// <param name="Training">The name that it has in all of them.</param>
/// <param name="Words">What is read.</param>
/// <param name="Quantity">Its name in <c>history.csv</c>.</param>
/// <param name="Curves">One per run that recorded it.</param>
internal sealed record OverlaidQuantity(string Training, string Words, string Quantity, IReadOnlyList<TrainingCurve> Curves)
{
    // From where equal factors tell more than equal steps.
    private const double Decades = 20;

    /// <summary>Whether the values reach over more than a decade, all above zero.</summary>
    public bool IsLogarithmic
    {
        get
        {
            double[] values = [.. Curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
            return values.Length > 0 && values.Min() > 0 && values.Max() > Decades * values.Min();
        }
    }
}
