namespace MlMaths.Torch.Data;

/// <summary>One turn of an evaluation: rows that were seen, and rows that are judged after that.</summary>
/// <param name="Name">As a sentence has it: <c>the test part</c>, <c>fold 2 of repeat 1</c>.</param>
/// <param name="Seen">0-based rows.</param>
/// <param name="Judged">0-based rows.</param>
public sealed record EvaluationTurn(string Name, IReadOnlyList<int> Seen, IReadOnlyList<int> Judged)
{
    /// <summary>Validation rows are judged after training, test rows after both.</summary>
    public static IReadOnlyList<EvaluationTurn> Of(DataSplit split) =>
    [
        new("the validation part", split.Training.Rows, split.Validation.Rows),
        new("the test part", [.. split.Training.Rows, .. split.Validation.Rows], split.Test.Rows),
    ];

    /// <summary>Every fold of every repeat.</summary>
    public static IReadOnlyList<EvaluationTurn> Of(IReadOnlyList<IReadOnlyList<Fold>> repeats) =>
        [.. repeats.Index().SelectMany(repeat => repeat.Item.Select(fold => new EvaluationTurn(
            NameOf(fold, repeat.Index, repeats.Count), fold.Training.Rows, fold.HeldOut.Rows)))];

    private static string NameOf(Fold fold, int repeat, int repeats) =>
        repeats == 1 ? $"fold {fold.Number + 1}" : $"fold {fold.Number + 1} of repeat {repeat + 1}";
}
