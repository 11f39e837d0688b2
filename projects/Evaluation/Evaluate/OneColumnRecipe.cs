using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// Logistic regression on a single column: the one that ranks the training rows best. What a model of all columns must beat,
/// and a selection that is done inside each fold, as it has to be.
/// </summary>
internal sealed record OneColumnRecipe() : Recipe("one-column")
{
    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        IReadOnlyList<TargetInDisguise> columns = TargetInDisguise.Areas(training, target);
        int best = columns.Count == 0 ? 0 : columns[0].Column;
        Dataset alone = target.Dataset.WithColumns([best]);
        var sameRows = BinaryTarget.From(alone, target.PositiveLabel);
        return new LogisticRecipe { Device = Device }
            .Probabilities(sameRows, DataSplit.None(alone).Training.Only(training.Rows), rows, seed);
    }
}
