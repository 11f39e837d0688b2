using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The optimum at every strength of the penalty, strongest first, each started where the last one ended.</summary>
/// <param name="Points">Strongest penalty first.</param>
/// <param name="Separation">Whether the weakest penalty's line separates the training rows.</param>
/// <param name="Errors">Standard error of each validation loss.</param>
internal sealed record PenaltyPath(IReadOnlyList<PenaltyPoint> Points, PerfectSeparation Separation, IReadOnlyList<double> Errors)
{
    /// <summary>Least validation loss; between equal ones the stronger penalty.</summary>
    public PenaltyPoint Best => Points.MinBy(point => point.ValidationLoss)!;

    /// <summary>Standard error of that loss.</summary>
    public double BestError => Points.Zip(Errors).MinBy(pair => pair.First.ValidationLoss).Second;

    /// <summary>From 10 down to 1e-6, <paramref name="perDecade"/> strengths to a power of ten; null without validation rows.</summary>
    public static PenaltyPath? Fit(PreparedBatches<BinaryTarget> data, int perDecade, CancellationToken cancellation)
    {
        Batch validation = data.Validation;
        if (validation.Rows == 0)
            return null;

        using var model = new LogisticModel((int)data.Training.X.size(1), data.Training.X.device);
        var points = new List<PenaltyPoint>();
        var errors = new List<double>();
        for (int i = 0; i <= 7 * perDecade; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double λ = Math.Pow(10, 1 - (double)i / perDecade);
            LogisticFit.ByNewton(model, data.Training, λ, tolerance: 1e-8);
            Moments onTraining = Moments.Of(Losses(model, data.Training)), onValidation = Moments.Of(Losses(model, validation));
            points.Add(new PenaltyPoint(λ, onTraining.Mean, onValidation.Mean, model.Parameters.ToArray()[..^1]));
            errors.Add((onValidation.SampleDeviation ?? 0) / Math.Sqrt(validation.Rows));
        }

        return new PenaltyPath(points, PerfectSeparation.In(data.Target.Of(data.Split.Training), model.Logits(data.Training.X)), errors);
    }

    private static double[] Losses(LogisticModel model, Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return [.. LogisticLoss.PerRow(model.Forward(batch.X), batch.y).cpu().data<double>()];
    }
}
