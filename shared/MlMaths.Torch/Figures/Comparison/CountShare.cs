using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>How often a count came up.</summary>
/// <param name="Count">The count.</param>
/// <param name="Expected">Its probability by the law.</param>
/// <param name="Seen">Its share of the simulated periods, with interval.</param>
public sealed record CountShare(long Count, double Expected, Interval Seen);
