using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Doctor;

/// <summary>λmax of the training loss at the weights that a training ended with: for plain descent, steps are stable where
/// η λmax stays below <see cref="RuleSpec.LargestStableStep"/>.</summary>
internal static class StepCurvature
{
    private const int MostRows = 256, MostProducts = 40, MostParameters = 100_000;
    private const double Tolerance = 0.02;

    /// <summary>Null where the rule rescales its gradient, so that the limit says nothing, or weights are not finite.</summary>
    public static double? Of(SpecTraining training, RuleSpec rule, SpecData data, int seed, CancellationToken cancellation)
    {
        bool isFinite = double.IsFinite(training.Net.Parameters.Values.sum().ToDouble());
        if (rule.LargestStableStep is null || !isFinite || training.Parameters > MostParameters) return null;
        cancellation.ThrowIfCancellationRequested();
        using DisposeScope scope = torch.NewDisposeScope();
        int[] places = RowSample.Even(data.TrainingRows, MostRows);
        Batch rows = new(PreparedRows.Pick(data.Training.X, places), PreparedRows.Pick(data.Training.y, places));
        HessianVectorProduct H = new(
            training.Net.Parameters, batch => training.Loss.AsMean().Of(training.Net.Forward(batch.X, training: false), batch.y));
        double found = LargestCurvature.Search(H, rows, seed, Tolerance, MostProducts).Value;
        return double.IsFinite(found) ? found : null;
    }
}
