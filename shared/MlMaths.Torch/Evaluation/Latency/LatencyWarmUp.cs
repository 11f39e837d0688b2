namespace MlMaths.Torch.Evaluation;

/// <summary>Calls that were made before the first that counts, and whether they had become steady.</summary>
/// <param name="Calls">How many.</param>
/// <param name="Lasted">How long they took.</param>
/// <param name="Steady">Whether the medians of the last blocks agreed.</param>
/// <param name="Blocks">Blocks that had to agree.</param>
/// <param name="BlockCalls">Calls of a block.</param>
/// <param name="Tolerance">How far apart their medians might lie, as a share.</param>
public sealed record LatencyWarmUp(int Calls, TimeSpan Lasted, bool Steady, int Blocks, int BlockCalls, double Tolerance)
{
    /// <summary>How it was told, as a report says it.</summary>
    public override string ToString() =>
        (Steady
            ? $"warmed up for {Calls:#,0} calls ({Lasted.TotalSeconds:0.0} s), until"
            : $"not steady after {Calls:#,0} calls ({Lasted.TotalSeconds:0.0} s): measured before")
        + $" the medians of {Blocks} blocks of {BlockCalls} calls lay within {100 * Tolerance:0.#} % of each other";
}
