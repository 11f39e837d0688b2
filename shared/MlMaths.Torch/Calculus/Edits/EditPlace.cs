namespace MlMaths.Torch.Calculus;

/// <summary>A term of a step, where edits are looked for.</summary>
internal sealed record EditPlace(BackwardSteps Steps, Step Step, int[] Path, Term Term, Term? Parent)
{
    private const double OnTheWayForward = 0.3;

    public bool IsRoot => Path.Length == 0;

    /// <summary>Whether the loss is a mean over the rows; elsewhere it is a sum over them.</summary>
    public bool IsMean => Steps.All.Any(step => step.IsBackward && step.Right.Kind == TermKind.Product
        && step.Right.Parts.Any(part => IsShare(part, "n")));

    /// <summary>Every term of every step, from the root down.</summary>
    public static IEnumerable<EditPlace> In(BackwardSteps steps) => steps.All.SelectMany(step =>
        From(new(steps, step, [], step.Right, null)));

    public static bool IsShare(Term term, string size) =>
        term is { Kind: TermKind.Inverse, Parts: [{ Kind: TermKind.Size } divisor] } && divisor.Name == size;

    /// <param name="mistake">Its kind.</param>
    /// <param name="cost">How far it lies from a slip that everybody makes (1).</param>
    /// <param name="says">What it is, in one breath.</param>
    /// <param name="change">The term as it was mistaken.</param>
    /// <param name="at">What to look at; else the term itself.</param>
    public Edit Edited(Mistake mistake, double cost, string says, Func<Term, Term?> change, string? at = null) => new(
        Step.Index, Path, mistake, cost + (Step.IsBackward || Step.Slope is not null ? 0 : OnTheWayForward), says, Where(at), change)
    { Of = Term };

    private string Where(string? at)
    {
        if (Step.IsInput) return $"{Step.Name}, wherever it stands";
        string whole = Step.ToString();
        string what = at ?? TermText.Of(Term);
        return IsRoot && at is null ? whole : $"{what} in {whole}";
    }

    private static IEnumerable<EditPlace> From(EditPlace place)
    {
        yield return place;
        for (int k = 0; k < place.Term.Parts.Length; k++)
        {
            foreach (EditPlace below in From(place with { Path = [.. place.Path, k], Term = place.Term.Parts[k], Parent = place.Term }))
                yield return below;
        }
    }
}
