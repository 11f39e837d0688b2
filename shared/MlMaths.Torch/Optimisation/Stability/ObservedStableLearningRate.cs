using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The learning rate at which descent stops converging, found by trying, with nothing known of the curvature: descents on
/// all rows from one place, each with another rate. The rate climbs by fours until one diverges, and the gap between the
/// last that stayed and the first that diverged is then halved, on a logarithmic scale, until it is narrow.
/// </summary>
/// <param name="Stayed">The largest rate below the gap: its loss never grew beyond its start.</param>
/// <param name="Diverged">The smallest rate above the gap; null where none diverged.</param>
/// <param name="Runs">How many descents it took.</param>
public sealed record ObservedStableLearningRate(double Stayed, double? Diverged, int Runs)
{
    private const double Stride = 4, Least = 1e-12, Most = 1e12;

    /// <summary>The middle of the gap on a logarithmic scale; null where none diverged, or none stayed.</summary>
    public double? Value => Diverged is { } above && Stayed > 0 ? Math.Sqrt(Stayed * above) : null;

    /// <summary>Tries rates. A run has diverged when its loss grew beyond its start, or was no longer a number.</summary>
    /// <param name="source">The loss; θ is at the start again afterwards.</param>
    /// <param name="rows">All rows in one batch.</param>
    /// <param name="steps">Steps of each run: growth by 4 % a step must have time to show.</param>
    /// <param name="β">Share of the velocity that is kept; 0 is plain descent.</param>
    /// <param name="first">The rate that is tried first.</param>
    /// <param name="gap">Diverged/Stayed at which to stop, above 1.</param>
    /// <param name="cancellation">Ends the search before the next step.</param>
    public static ObservedStableLearningRate Find(
        IGradientSource source, Batches rows, int steps, double β = 0, double first = 1e-3, double gap = 1.02,
        CancellationToken cancellation = default)
    {
        Finite.Share(β);
        Finite.Positive(first);
        if (!(gap > 1 && double.IsFinite(gap)))
        {
            throw new ArgumentOutOfRangeException(nameof(gap), gap,
                "It must be a finite number above 1.");
        }

        double[] start = source.Parameters.ToArray();
        int runs = 0;
        double low = first, high = first;
        if (Diverges(first))
        {
            while ((low /= Stride) > Least && Diverges(low))
                high = low;
        }
        else
        {
            while ((high *= Stride) < Most && !Diverges(high))
                low = high;
        }

        if (low <= Least || high >= Most)
            return new ObservedStableLearningRate(low <= Least ? 0 : low, high >= Most ? null : high, runs);

        while (high / low > gap)
        {
            double middle = Math.Sqrt(low * high);
            if (Diverges(middle)) high = middle;
            else low = middle;
        }

        return new ObservedStableLearningRate(low, high, runs);

        bool Diverges(double rate)
        {
            runs++;
            using var momentum = new Momentum(β);
            IUpdateRule rule = β > 0 ? momentum : new GradientDescent();
            var trainer = new Trainer(new TrainingOptions { LearningRate = rate, Epochs = steps }, rule,
                new LossGrowthGuard(StableLearningRate.LargestGrowth(β)));
            TrainingStatus status = trainer.Fit(source, rows, cancellation: cancellation).Status;
            source.Parameters.Set(start);
            return status == TrainingStatus.Diverged;
        }
    }
}
