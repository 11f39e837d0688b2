using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>Where an optimum lies among what was tried, in order.</summary>
internal enum GridPlace
{
    /// <summary>At the first, an end.</summary>
    First,

    /// <summary>Between the ends.</summary>
    Inside,

    /// <summary>At the last, an end.</summary>
    Last,
}

/// <summary>The optimum at every strength of the penalty, strongest first, each started where the last one ended.</summary>
/// <param name="Points">Strongest penalty first.</param>
/// <param name="Separation">Whether the weakest penalty's line separates the training rows.</param>
/// <param name="Errors">Standard error of each validation loss.</param>
internal sealed record PenaltyPath(IReadOnlyList<PenaltyPoint> Points, PerfectSeparation Separation, IReadOnlyList<double> Errors)
{
    private const int MaxPower = 1, MinPower = -6, LargestPower = 4, LeastPower = -9;

    /// <summary>Least validation loss; between equal ones the stronger penalty.</summary>
    public PenaltyPoint Best => Points.MinBy(point => point.ValidationLoss)!;

    /// <summary>Standard error of that loss.</summary>
    public double BestError => Points.Zip(Errors).MinBy(pair => pair.First.ValidationLoss).Second;

    /// <summary>Weights that are positive at one strength and negative at another.</summary>
    public int SignsChanged => Enumerable.Range(0, Points[0].Weights.Count).Count(weight =>
        Points.Any(point => point.Weights[weight] > 0) && Points.Any(point => point.Weights[weight] < 0));

    /// <summary>Whether a neighbour of the best strength lies within its standard error.</summary>
    public bool IsFlat => Points.Index().Any(one => Math.Abs(one.Index - Points.ToList().IndexOf(Best)) == 1
        && one.Item.ValidationLoss <= Best.ValidationLoss + BestError);

    /// <summary>Where the least validation loss lies on the path.</summary>
    public GridPlace Place => Best == Points[0] ? GridPlace.First : Best == Points[^1] ? GridPlace.Last : GridPlace.Inside;

    /// <summary>
    /// From 10 down to 1e-6, <paramref name="perDecade"/> strengths to a power of ten; null without validation rows. Where the least
    /// validation loss lies at an end, the path is continued beyond it, to 1e4 or 1e-9, until it lies inside.
    /// </summary>
    public static PenaltyPath? Fit(PreparedBatches<BinaryTarget> data, int perDecade, CancellationToken cancellation)
    {
        if (data.Validation.Rows == 0)
            return null;

        using var model = new LogisticModel((int)data.Training.X.size(1), data.Training.X.device);
        PenaltyPath path = Between(data, model, MaxPower, MinPower, perDecade, cancellation);
        for (int power = MaxPower; path.Place == GridPlace.First && power < LargestPower; power++)
            path = Joined(Between(data, model, power + 1, power, perDecade, cancellation), path, isStronger: true);
        for (int power = MinPower; path.Place == GridPlace.Last && power > LeastPower; power--)
            path = Joined(path, Between(data, model, power, power - 1, perDecade, cancellation), isStronger: false);
        return path;
    }

    private static PenaltyPath Joined(PenaltyPath strong, PenaltyPath weak, bool isStronger)
    {
        // The strength that both have is kept once.
        (IEnumerable<PenaltyPoint> points, IEnumerable<double> errors) = isStronger
            ? (strong.Points.SkipLast(1).Concat(weak.Points), strong.Errors.SkipLast(1).Concat(weak.Errors))
            : (strong.Points.Concat(weak.Points.Skip(1)), strong.Errors.Concat(weak.Errors.Skip(1)));
        return new PenaltyPath([.. points], weak.Separation, [.. errors]);
    }

    private static PenaltyPath Between(
        PreparedBatches<BinaryTarget> data, LogisticModel model, int from, int to, int perDecade, CancellationToken cancellation)
    {
        var points = new List<PenaltyPoint>();
        var errors = new List<double>();
        for (int i = 0; i <= (from - to) * perDecade; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            double λ = Math.Pow(10, from - (double)i / perDecade);
            LogisticFit.ToOptimum(model, data.Training, λ, tolerance: 1e-8);
            Moments onTraining = Moments.Of(Losses(model, data.Training)), onValidation = Moments.Of(Losses(model, data.Validation));
            points.Add(new PenaltyPoint(λ, onTraining.Mean, onValidation.Mean, model.Parameters.ToArray()[..^1]));
            errors.Add((onValidation.SampleDeviation ?? 0) / Math.Sqrt(data.Validation.Rows));
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
