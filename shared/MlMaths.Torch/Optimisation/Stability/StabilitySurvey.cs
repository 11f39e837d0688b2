using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>How well 2/λmax predicts the largest stable rate, over bowls that seeds draw and small nets that seeds train.</summary>
/// <param name="Quadratics">Plain descent on bowls.</param>
/// <param name="WithMomentum">Momentum on the same bowls, against 2(1 + β)/λmax.</param>
/// <param name="Nets">Plain descent on nets.</param>
public sealed record StabilitySurvey(
    IReadOnlyList<StabilityTrial> Quadratics, IReadOnlyList<StabilityTrial> WithMomentum, IReadOnlyList<PerceptronStability> Nets)
{
    /// <summary>Share of the velocity that is kept in <see cref="WithMomentum"/>.</summary>
    public const double VelocityKept = 0.9;

    /// <summary>Where the theory speaks: the bowls by plain descent, and the nets near a minimum.</summary>
    public IReadOnlyList<StabilityTrial> Trials => [.. Quadratics, .. Nets.Select(net => net.Trained)];

    /// <summary>
    /// The share of the nets within one octave, near a minimum. On bowls the limit is a theorem: they test the arithmetic, and would
    /// flatter the share.
    /// </summary>
    public Interval WithinOctave => ClopperPearsonInterval.Of(Nets.Count(net => net.Trained.IsWithinOctave), Nets.Count);

    /// <summary>The worst of <see cref="Trials"/>.</summary>
    public double? WorstFactor => Worst(Trials);

    /// <summary>How many times one is the other, at least 1, where they differ most; null where one of them is missing.</summary>
    public static double? Worst(IReadOnlyList<StabilityTrial> trials) => trials.Count > 0 && trials.All(trial => trial.Ratio is > 0)
        ? trials.Max(trial => Math.Max(trial.Ratio!.Value, 1 / trial.Ratio.Value))
        : null;

    /// <summary>Trials side by side, one per core at once; the seeds 1, 2, … decide everything.</summary>
    /// <param name="quadratics">How many bowls.</param>
    /// <param name="nets">How many nets.</param>
    /// <param name="steps">Steps of each descent that tries a rate.</param>
    /// <param name="advance">Called after each trial, on whatever thread.</param>
    /// <param name="cancellation">Ends it before the next step.</param>
    public static StabilitySurvey Run(
        int quadratics, int nets, int steps = 300, Action? advance = null, CancellationToken cancellation = default)
    {
        var bowls = new StabilityTrial[quadratics];
        var heavy = new StabilityTrial[quadratics];
        var trained = new PerceptronStability[nets];
        ParallelTrials.Run(nets + 2 * quadratics, sideBySide: null, Trial, cancellation);
        return new StabilitySurvey(bowls, heavy, trained);

        // The nets take longest, and come first.
        void Trial(int i)
        {
            if (i < nets)
            {
                trained[i] = PerceptronStability.TrainAll(seed: i + 1, steps, cancellation);
            }
            else if (i < nets + quadratics)
            {
                bowls[i - nets] = StabilityTrial.OfQuadratic(seed: i - nets + 1, steps, cancellation: cancellation);
            }
            else
            {
                heavy[i - nets - quadratics] =
                    StabilityTrial.OfQuadratic(seed: i - nets - quadratics + 1, steps, VelocityKept, cancellation);
            }
            advance?.Invoke();
        }
    }
}
