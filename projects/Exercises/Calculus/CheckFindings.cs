using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>
/// Every derivation of the catalogue checked, gradients that were corrupted on purpose, and how far the check can be
/// believed.
/// </summary>
/// <param name="Derivations">One for each derivation.</param>
/// <param name="Demonstrations">A label for each reason why answers differ.</param>
/// <param name="Curves">The error over the step, for each reason that shows there.</param>
/// <param name="Survey">The check where the truth is known.</param>
/// <param name="SurveyPoints">How many points that took.</param>
internal sealed record CheckFindings(
    IReadOnlyList<CheckedDerivation> Derivations, IReadOnlyList<(string What, GradientVerdict Verdict)> Demonstrations,
    IReadOnlyList<(string Name, ErrorCurve Curve)> Curves, CheckSurvey Survey, int SurveyPoints)
{
    private const int FullPoints = 20, QuickPoints = 2, FullSurvey = 850, QuickSurvey = 34;

    /// <summary>The furthest that a derivation lies from autograd.</summary>
    public double WorstAutograd => Derivations.Max(one => one.ToAutograd);

    /// <summary>The furthest that a derivation lies from differences, kinks aside.</summary>
    public double WorstDifferences => Derivations.Max(one => one.ToDifferences);

    public static int SurveySize(bool quick) => quick ? QuickSurvey : FullSurvey;

    public static CheckFindings Of(bool quick, int seed, Action advance, CancellationToken cancellation)
    {
        CheckedDerivation[] derivations = [.. DerivationCatalogue.All.Select(derivation =>
        {
            cancellation.ThrowIfCancellationRequested();
            return CheckedDerivation.Of(derivation, quick ? QuickPoints : FullPoints, seed);
        })];
        return new CheckFindings(
            derivations, CorruptedFunction.Demonstrations(), CorruptedFunction.Curves(),
            CheckSurvey.Run(SurveySize(quick), seed, advance, cancellation), SurveySize(quick));
    }
}
