using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// A table of pure noise, cross-validated: standard normal columns and labels that have nothing to do with them, half of each class.
/// The true ROC area of whatever is learnt is ½.
/// </summary>
/// <param name="Spread">The interval from the spread over folds alone.</param>
/// <param name="Said">As it is printed: see <see cref="ChanceLevel"/>.</param>
public sealed record NoiseTableTrial(Interval Spread, Interval Said)
{
    private const string Metric = "roc_auc";
    private const double Penalty = 0.01;

    /// <summary>One table, logistic regression, the folds of <c>mlmaths evaluate</c>.</summary>
    /// <param name="rows">Of the table.</param>
    /// <param name="columns">Of noise.</param>
    /// <param name="folds">Of each repeat.</param>
    /// <param name="repeats">Deals of the folds.</param>
    /// <param name="seed">Of the table and the folds.</param>
    public static NoiseTableTrial Of(int rows, int columns, int folds, int repeats, int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        double[] features = [.. Enumerable.Range(0, rows * columns).Select(_ => Normal.Draw(random))];
        string[] labels = [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "no" : "yes")];
        var data = BinaryTarget.From(
            new Dataset(
                "noise", [.. Enumerable.Range(0, columns).Select(column => $"x{column}")], features, "class", labels,
                new Provenance("drawn by a seed", "none", "none")),
            "yes");
        IReadOnlyList<IReadOnlyList<Fold>> deals = RepeatedFolds.Of(repeats, seed, each => Folds.Stratified(data, folds, each));
        var scores = CrossValidation.Train(deals, fold => new Dictionary<string, double?>
        {
            [Metric] = DeLong.Of(data.Of(fold.HeldOut), Probabilities(data, fold)).Area,
        });
        Interval spread = scores.Mean(Metric);
        return new(spread, ChanceLevel.Reached(BinaryMetric.RocArea, spread));
    }

    private static double[] Probabilities(BinaryTarget target, Fold fold)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        FittedScaler scaler = StandardScaler.Fit(fold.Training);
        using var model = new LogisticModel(target.Dataset.Columns, torch.CPU);
        LogisticFit.ByNewton(
            model, new Batch(Matrix(fold.Training.Rows), target.Y(fold.Training, torch.CPU)), Penalty, tolerance: 1e-8);
        return model.Probabilities(Matrix(fold.HeldOut.Rows));

        Tensor Matrix(int[] rows) => TensorCopy.Of(
            scaler.Transform(target.Dataset.Select(rows)).Features.ToArray(), [rows.Length, target.Dataset.Columns], device: torch.CPU);
    }
}
