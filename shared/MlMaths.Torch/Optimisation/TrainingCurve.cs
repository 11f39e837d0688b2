namespace MlMaths.Torch.Optimisation;

/// <summary>One quantity of one training run, step by step.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Steps">Updates made before each reading, ascending.</param>
/// <param name="Values">The readings; where one is not finite, the run diverged and the curve ends.</param>
public sealed record TrainingCurve(string Run, IReadOnlyList<int> Steps, IReadOnlyList<double> Values)
{
    /// <summary>The step of the first reading that is not finite; null where all are.</summary>
    public int? DivergedAt => FiniteLength < Values.Count ? Steps[FiniteLength] : null;

    /// <summary>Readings before the first that is not finite.</summary>
    internal int FiniteLength { get; } = Values.TakeWhile(double.IsFinite).Count();

    /// <summary>Takes one quantity of one split out of a history: a curve for each run, in order of appearance.</summary>
    public static IReadOnlyList<TrainingCurve> From(IEnumerable<HistoryRow> history, string quantity, string split) =>
        [.. history.Where(row => row.Quantity == quantity && row.Split == split)
            .GroupBy(row => row.Run)
            .Select(run => new TrainingCurve(run.Key, [.. run.Select(row => row.Step)], [.. run.Select(row => row.Value)]))];
}
