using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// Logistic regression on a single column: the one that ranks the training rows best. What a model of all columns must beat,
/// and a selection that is done inside each fold, as it has to be.
/// </summary>
internal sealed record OneColumnRecipe() : Recipe("one-column")
{
    public override MarkdownText InWords(BinaryTarget target, TrainingPart training)
    {
        TrainingPart prepared = Preparation.Refit(training);
        string best = prepared.Whole.ColumnNames[Best(target.On(prepared.Whole), prepared)];
        return $"logistic regression on one column, the one that ranks the training rows best, chosen anew in each fold: “{best}” "
            + $"for the test rows. It is what a model of all columns must beat";
    }

    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        Dataset alone = target.Dataset.WithColumns([Best(target, training)]);
        var sameRows = BinaryTarget.From(alone, target.PositiveLabel);
        return new LogisticRecipe { Device = Device }
            .Probabilities(sameRows, DataSplit.None(alone).Training.Only(training.Rows), rows, seed);
    }

    private static int Best(BinaryTarget target, TrainingPart training)
    {
        IReadOnlyList<TargetInDisguise> columns = TargetInDisguise.Areas(training, target);
        return columns.Count == 0 ? 0 : columns[0].Column;
    }
}
