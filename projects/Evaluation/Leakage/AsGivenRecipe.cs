using MlMaths.Torch.Data;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>Logistic regression on the columns as they are given: whoever scales them does so before, rightly or not.</summary>
/// <param name="Penalty">λ of λ/2‖w‖², which makes the scale of a column matter.</param>
internal sealed record AsGivenRecipe(double Penalty = 0.01) : Recipe("logistic, columns as given")
{
    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new LogisticModel(target.Dataset.Columns, torch.CPU);
        LogisticFit.ToOptimum(model, new Batch(training.Select().X(), target.Y(training)), Penalty, tolerance: 1e-8);
        return model.Probabilities(target.Dataset.Select([.. rows]).X());
    }
}
