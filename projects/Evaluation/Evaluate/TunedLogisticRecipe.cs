using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// Logistic regression whose penalty λ is chosen by folds of the training rows that it is given: within a cross-validation
/// that makes it a nested one, and the choice never meets the rows that judge it.
/// </summary>
internal sealed record TunedLogisticRecipe() : Recipe("logistic")
{
    private const int InnerFolds = 4;

    /// <summary>λ from next to nothing to where weights hardly move.</summary>
    public static IReadOnlyList<double> Penalties { get; } = [1e-4, 1e-3, 1e-2, 1e-1, 1];

    public override MarkdownText InWords(BinaryTarget target, TrainingPart training) =>
        $"logistic regression on all columns, standardised; its penalty λ is chosen among {Penalties.Count} by folds of the training rows";

    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed) =>
        new LogisticRecipe(Choose(target, training, seed, Device)) { Device = Device }.Probabilities(target, training, rows, seed);

    /// <summary>The λ of the least log loss over the inner folds; the usual one where the rows are too few to fold.</summary>
    public static double Choose(BinaryTarget target, TrainingPart training, int seed, torch.Device device)
    {
        IReadOnlyList<Fold>? inner = Inner(target, training, seed);
        return inner is null
            ? new LogisticRecipe().Penalty
            : Penalties.MinBy(
                λ => inner.Average(fold => Loss(target, fold, new LogisticRecipe(λ) { Device = device }, seed)));
    }

    private static double Loss(BinaryTarget target, Fold fold, LogisticRecipe recipe, int seed) =>
        LogLoss.Of(target.Of(fold.HeldOut), recipe.Probabilities(target, fold.Training, fold.HeldOut.Rows, seed)) ?? 0;

    /// <summary>By the same rule as the outer folds; null where some class or group is too small for it.</summary>
    public static IReadOnlyList<Fold>? Inner(BinaryTarget target, TrainingPart training, int seed)
    {
        try
        {
            Dataset alone = training.Select();
            IReadOnlyList<Fold> folds = SplitScheme.Folds(BinaryTarget.From(alone, target.PositiveLabel), InnerFolds, seed);
            return NestedFolds.Of([new Fold(0, training, HeldOutNothing(training))], _ => folds)[0].Inner;
        }
        catch (UserMistakeException)
        {
            return null;
        }
    }

    private static HeldOutPart HeldOutNothing(TrainingPart training) => DataSplit.None(training.Whole).Validation;
}
