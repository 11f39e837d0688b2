using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>
/// How far the weights would move on other training rows: the rows are drawn again with replacement and the model is
/// fitted again, at the same penalty, from the weights it had.
/// </summary>
internal static class WeightIntervals
{
    /// <summary>A percentile interval for each weight, in the order of the columns.</summary>
    public static IReadOnlyList<Interval> Fit(
        LogisticModel fitted, Batch training, double λ, int resamples, int seed, Action advance, CancellationToken cancellation)
    {
        double[] θ = fitted.Parameters.ToArray();
        int d = θ.Length - 1, n = training.Rows;
        double[][] replicates = [.. Enumerable.Range(0, d).Select(_ => new double[resamples])];
        using var model = new LogisticModel(d, training.X.device);
        Resampling.OfRows(n).Repeat(seed, resamples, (b, rows) =>
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = torch.NewDisposeScope();
            Tensor drawn = TensorCopy.Of(rows, torch.ScalarType.Int64, training.X.device);
            model.Parameters.Set(θ);
            var resample = new Batch(training.X.index_select(0, drawn), training.y.index_select(0, drawn));
            LogisticFit.ToOptimum(model, resample, λ, tolerance: 1e-6);
            double[] again = model.Parameters.ToArray();
            for (int j = 0; j < d; j++)
                replicates[j][b] = again[j];
            advance();
        });

        return [.. replicates.Select((values, j) => Between(θ[j], values))];
    }

    private static Interval Between(double weight, double[] replicates)
    {
        Array.Sort(replicates);
        Quantiles quantiles = Quantiles.Of(replicates);
        return new Interval(
            weight, quantiles.At(0.025), quantiles.At(0.975), 0.95,
            $"bootstrap percentile, {NumberText.Count(replicates.Length)} resamples");
    }
}
