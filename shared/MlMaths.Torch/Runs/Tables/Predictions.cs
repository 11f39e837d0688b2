namespace MlMaths.Torch.Runs;

/// <summary>What a model said of one row, so that anyone can recompute every metric.</summary>
/// <param name="Row">0-based row of the data set.</param>
/// <param name="Split"><c>training</c>, <c>validation</c> or <c>test</c>.</param>
/// <param name="Fold">Fold of a cross-validation; null elsewhere.</param>
/// <param name="Target">The row's label, as the data has it.</param>
/// <param name="Scores">One per model: the probability of the positive class (of the called class, where there are several).</param>
public sealed record Prediction(int Row, string Split, int? Fold, string Target, params IReadOnlyList<double> Scores);

/// <summary>All scored rows of a run, by one model or by several.</summary>
/// <param name="Models">Names of the models, in the order of the scores; a single unnamed one is the usual case.</param>
/// <param name="Rows">One per scored row.</param>
public sealed record Predictions(IReadOnlyList<string> Models, IReadOnlyList<Prediction> Rows)
{
    /// <summary>The scores of the run's only model.</summary>
    public static Predictions OfOneModel(IReadOnlyList<Prediction> rows) => new([], rows);
}
