using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary>What came of one part.</summary>
/// <param name="Part">Which.</param>
/// <param name="Run">Its last completed run; null where there is none.</param>
/// <param name="WhyNot">Why it was not completed this time; null where it was, or was not asked for.</param>
internal sealed record PartOutcome(PortfolioPart Part, FinishedRun? Run, string? WhyNot);
