using MlMaths.Torch.Data;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// The share of positives among the k nearest training rows, on standardised columns: a model that is nothing but memory, so
/// that whatever is in two parts is found again.
/// </summary>
/// <param name="Neighbours">k.</param>
internal sealed record NeighbourRecipe(int Neighbours = 5) : Recipe($"{Neighbours} nearest rows")
{
    protected override double[] Fit(BinaryTarget target, TrainingPart training, IReadOnlyList<int> rows, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        FittedScaler scaler = StandardScaler.Fit(training);
        var near = NearestNeighbours.Search(Matrix(training.Rows), Matrix(rows), Neighbours);
        return [.. near.Indices.Select(neighbours => neighbours.Average(place => target.IsPositive[training.Rows[place]] ? 1.0 : 0))];

        Tensor Matrix(IReadOnlyList<int> chosen) =>
            TensorCopy.Of(Standardised(scaler, target.Dataset, chosen), [chosen.Count, target.Dataset.Columns]);
    }
}
