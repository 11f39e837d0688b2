using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// What each step of a preparation was worth: logistic regression on the same folds with the step and without it, prepared anew by the
/// training rows of every fold.
/// <code>
/// gⱼ = AUC with the step − AUC without it, on the held-out rows of fold j       ḡ with the corrected resampled t interval
/// </code>
/// Test rows take no part: the folds are those of the rows that a model may learn from.
/// </summary>
internal static class PreparationSteps
{
    private const double Penalty = 0.01;
    private const int MostRows = 10_000, Folds = 5, FewestOfClass = 10;

    /// <summary>Trains a model for each fold and step; none where nothing was done that could be left out, or rows are too few.</summary>
    /// <param name="target">Rows and labels, with the cells that the features come from.</param>
    /// <param name="allowed">Rows that a model may learn from and choose with, never test rows.</param>
    /// <param name="seed">Of the folds.</param>
    /// <param name="repeats">How often the rows are dealt to folds.</param>
    /// <param name="cancellation">Asked before every fold.</param>
    public static IReadOnlyList<StepWorth> Train(
        BinaryTarget target, IReadOnlyList<int> allowed, int seed, int repeats, CancellationToken cancellation)
    {
        int[] some = Spread(allowed);
        Dataset rows = target.Dataset.Select(some);
        bool[] positive = [.. some.Select(row => target.IsPositive[row])];
        if (rows.Raw is null || Math.Min(positive.Count(one => one), positive.Count(one => !one)) < FewestOfClass) return [];
        PreparedOtherwise[] changes = [.. PreparedOtherwise.Of(rows)];
        if (changes.Length == 0) return [];
        try
        {
            double[] asDone = Areas(rows);
            return [.. changes.Select(change => Worth(change, asDone, Areas(change.Rows)))];
        }
        catch (UserMistakeException)
        {
            return []; // too few rows of a class for so many folds: the page has no such section
        }

        StepWorth Worth(PreparedOtherwise change, double[] asDone, double[] otherwise)
        {
            double[] gains = [.. asDone.Zip(otherwise, (with, without) => with - without)];
            int heldOut = some.Length / Folds;
            return new(change.Id, change.Step, change.Otherwise, asDone.Average(), otherwise.Average(),
                CorrectedResampledT.Of(gains, some.Length - heldOut, heldOut).Difference, change.Warning)
            {
                Folds = gains.Length,
                Rows = some.Length,
            };
        }

        double[] Areas(Dataset prepared) =>
        [
            .. RepeatedFolds.Of(repeats, seed, drawn => Deal(prepared, drawn)).SelectMany(deal => deal).Select(fold =>
            {
                cancellation.ThrowIfCancellationRequested();
                return Area(fold, positive);
            }),
        ];

        IReadOnlyList<Fold> Deal(Dataset prepared, int drawn) => prepared.Group is null
            ? Data.Folds.Stratified(Labelled(prepared), Folds, drawn)
            : GroupedFolds.Stratified(Labelled(prepared), Folds, drawn);

        // Folds keep the share of the two classes that are told apart, whatever labels the file has.
        Dataset Labelled(Dataset prepared) => prepared.WithLabels([.. positive.Select(one => one ? "positive" : "negative")]);
    }

    private static double Area(Fold fold, bool[] positive)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dataset rows = Preparation.Fit(fold.Training).Apply(fold.Training.Whole);
        int[] training = fold.Training.Rows, heldOut = fold.HeldOut.Rows;
        TrainingPart part = new(rows, training);
        FittedScaler scaler = StandardScaler.Fit(part);
        using var model = new LogisticModel(rows.Columns, torch.CPU);
        Tensor y = TensorCopy.Of([.. training.Select(row => positive[row] ? 1.0 : 0)]);
        LogisticFit.ToOptimum(model, new Batch(scaler.Transform(part).X(), y), Penalty, tolerance: 1e-6);
        double[] scores = model.Probabilities(scaler.Transform(rows.Select(heldOut)).X());
        return DeLong.Of([.. heldOut.Select(row => positive[row])], scores).Area ?? 0.5;
    }

    private static int[] Spread(IReadOnlyList<int> allowed)
    {
        int count = Math.Min(MostRows, allowed.Count);
        return [.. Enumerable.Range(0, count).Select(i => allowed[(int)((long)i * allowed.Count / count)])];
    }
}
