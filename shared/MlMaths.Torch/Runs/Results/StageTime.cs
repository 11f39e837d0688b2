namespace MlMaths.Torch.Runs;

/// <summary>How long a stage of a run took.</summary>
/// <param name="Name">As its progress was shown.</param>
/// <param name="Seconds">By the clock, to a thousandth of a second.</param>
internal sealed record StageTime(string Name, double Seconds);
