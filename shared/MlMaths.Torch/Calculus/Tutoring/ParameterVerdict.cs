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
    internal ParameterVerdict WithSumForMean() => this with
    {
        Likely =
        [
            Likely[0] with
            {
                Mistakes = [.. Likely[0].Mistakes
                    .Select(mistake => mistake == Mistake.MissingShare ? Mistake.SumForMean : mistake)],
            },
            .. Likely.Skip(1),
        ],
    };
}
