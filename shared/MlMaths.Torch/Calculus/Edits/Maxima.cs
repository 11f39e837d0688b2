namespace MlMaths.Torch.Calculus;

/// <summary>Where a derivation takes the larger of two, and what that means on its way back.</summary>
internal static class Maxima
{
    /// <summary>The maximum that a step is the derivative of: 1(a > b) for max(a, b); null where it is none.</summary>
    public static Term? MaskedBy(BackwardSteps steps, Step step) =>
        step.Right is
        {
            Kind: TermKind.Function,
            Function: ElementFunction.Positive,
            Parts: [{ Kind: TermKind.Sum, Parts: [var larger, { Kind: TermKind.Negative } least] }]
        }
            ? All(steps).FirstOrDefault(max => max.Parts[0].IsLike(larger) && max.Parts[1].IsLike(least.Parts[0]))
            : null;

    /// <summary>Each maximum that a letter is the least value of.</summary>
    public static IEnumerable<Term> BoundedBy(BackwardSteps steps, string letter) =>
        All(steps).Where(max => max.Parts[1] is { Kind: TermKind.Letter } least && least.Name == letter);

    private static IEnumerable<Term> All(BackwardSteps steps) =>
        EditPlace.In(steps).Select(place => place.Term).Where(term => term.Kind == TermKind.Maximum);
}
