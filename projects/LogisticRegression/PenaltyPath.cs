using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>What one penalty does.</summary>
/// <param name="Penalty">λ.</param>
/// <param name="Weights">The weights at the optimum.</param>
/// <param name="TrainingLoss">Mean loss on the training rows, without the penalty.</param>
/// <param name="ValidationLoss">The same on the validation rows.</param>
/// <param name="ValidationError">Standard error of that mean.</param>
internal sealed record PenaltyPoint(
    double Penalty, double[] Weights, double TrainingLoss, double ValidationLoss, double ValidationError);

/// <summary>The optimum at every strength of the penalty, strongest first, each started where the last one ended.</summary>
/// <param name="Points">Strongest penalty first.</param>
/// <param name="Separation">Whether the weakest penalty's line separates the training rows.</param>
internal sealed record PenaltyPath(IReadOnlyList<PenaltyPoint> Points, PerfectSeparation Separation)
{
    /// <summary>Least validation loss; between equal ones the stronger penalty.</summary>
    public PenaltyPoint Best => Points.MinBy(point => point.ValidationLoss)!;

    /// <summary>From 10 down to 1e-6, <paramref name="perDecade"/> strengths to a power of ten.</summary>
    public static PenaltyPath Of(Batch training, Batch validation, bool[] trainingLabels, int perDecade, CancellationToken cancellation)
    {
        using var model = new LogisticModel((int)training.X.size(1), training.X.device);
        var points = new List<PenaltyPoint>();
        for (int i = 0; i <= 7 * perDecade; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double λ = Math.Pow(10, 1 - (double)i / perDecade);
            LogisticFit.ByNewton(model, training, λ, tolerance: 1e-8);
            Moments onTraining = Moments.Of(Losses(model, training)), onValidation = Moments.Of(Losses(model, validation));
            points.Add(new PenaltyPoint(
                λ, model.Parameters.ToArray()[..^1], onTraining.Mean, onValidation.Mean,
                (onValidation.SampleDeviation ?? 0) / Math.Sqrt(validation.Rows)));
        }

        return new PenaltyPath(points, PerfectSeparation.In(trainingLabels, Logits(model, training)));
    }

    private static double[] Losses(LogisticModel model, Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return [.. LogisticLoss.PerRow(model.Logits(batch.X), batch.y).cpu().data<double>()];
    }

    private static double[] Logits(LogisticModel model, Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return [.. model.Logits(batch.X).cpu().data<double>()];
    }
}
