namespace MlMaths.Torch.Calculus;

/// <summary>What the tutor says of one parameter.</summary>
/// <param name="Parameter">Its letter.</param>
/// <param name="Kind">Right, or what not.</param>
/// <param name="Summary">The verdict as a sentence.</param>
/// <param name="Likely">What may have gone wrong, best first; none where it is right or not recognised.</param>
/// <param name="IsRightElsewhere">Whether the answer ends in an exception at some points, and is right at all others.</param>
public sealed record ParameterVerdict(
    string Parameter, VerdictKind Kind, string Summary, IReadOnlyList<LikelyMistake> Likely, bool IsRightElsewhere = false)
{
    /// <summary>Where several mistakes lead to the same numbers: what to ask oneself to tell them apart; else null.</summary>
    public string? Question { get; init; }
}
