using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>How well the curvature predicts the largest rate that does not diverge.</summary>
/// <param name="Survey">The trials.</param>
/// <param name="Steps">Of each descent that tries a rate.</param>
internal sealed record StableLearningRateFindings(StabilitySurvey Survey, int Steps)
{
    private const int Quadratics = 10, Nets = 10, FullSteps = 200;
    private const int QuickQuadratics = 2, QuickNets = 1, QuickSteps = 100;

    /// <summary>How many trials a run makes: each bowl without and with momentum, each net once.</summary>
    public static int Trials(bool quick) => quick ? 2 * QuickQuadratics + QuickNets : 2 * Quadratics + Nets;

    public static StableLearningRateFindings Of(bool quick, Action? advance = null, CancellationToken cancellation = default) => quick
        ? new StableLearningRateFindings(StabilitySurvey.Run(QuickQuadratics, QuickNets, QuickSteps, advance, cancellation), QuickSteps)
        : new StableLearningRateFindings(StabilitySurvey.Run(Quadratics, Nets, FullSteps, advance, cancellation), FullSteps);
}
