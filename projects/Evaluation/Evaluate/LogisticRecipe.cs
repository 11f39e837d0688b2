using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>Logistic regression on standardised columns, to the bottom of its loss by Newton's method.</summary>
/// <param name="Penalty">λ of λ/2‖w‖², above 0, so that classes which a line separates have an optimum too.</param>
/// <param name="Name">As the tables have it.</param>
internal sealed record LogisticRecipe(double Penalty = 0.01, string Name = "logistic") : Recipe(Name)
{
    public override MarkdownText InWords(BinaryTarget target, TrainingPart training) =>
        $"logistic regression on all columns, standardised, with a penalty of λ = {Penalty:0.####}";

    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        FittedScaler scaler = StandardScaler.Fit(training);
        using var model = new LogisticModel(target.Dataset.Columns, Device);
        Tensor X = Matrix(Standardised(scaler, target.Dataset, training.Rows), training.Count);
        LogisticFit.ToOptimum(model, new Batch(X, target.Y(training, Device)), Penalty, tolerance: 1e-8);
        return model.Probabilities(Matrix(Standardised(scaler, target.Dataset, rows), rows.Count));
    }

    private Tensor Matrix(double[] features, int rows) =>
        TensorCopy.Of(features, [rows, features.Length / rows], device: Device);
}
