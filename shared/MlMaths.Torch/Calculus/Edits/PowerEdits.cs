namespace MlMaths.Torch.Calculus;

/// <summary>A square, a root or a length too many.</summary>
internal static class PowerEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (Commuted(place) is { } commuted) yield return commuted;
        bool isFactor = place.Parent?.Kind is TermKind.Product or TermKind.MatrixProduct or TermKind.Inverse
            && (place.Term.Kind is TermKind.Letter or TermKind.Sum
                || place.Term is { Kind: TermKind.Inverse, Parts: [{ Kind: not TermKind.Number }] });
        bool isSlope = place is { IsRoot: true, Step.Slope: not null };
        bool isFactorInSum = place is { Parent.Kind: TermKind.Sum, Term.Kind: TermKind.Letter };
        if (!isFactor && !isSlope && !isFactorInSum) yield break;
        string text = TermText.Of(place.Term);
        bool derivative = isSlope || (place.Term.Kind == TermKind.Letter && place.Steps.All[place.Term.Index].Slope is not null);
        yield return derivative
            ? place.Edited(Mistake.RepeatedDerivative, 1.2, $"the derivative {text} stands twice", term =>
                term.Of(ElementFunction.Square))
            : place.Edited(Mistake.WrongPower, 1.3, $"{text} is squared, and belongs there once", term =>
                term.Of(ElementFunction.Square));
        yield return place.Edited(Mistake.WrongPower, 1.6, $"a root too many is taken of {text}", term =>
            term.Of(ElementFunction.Root));
        if (place.Term.Kind != TermKind.Letter || !place.Step.IsBackward) yield break;
        yield return place.Edited(Mistake.OtherFunction, 1.5, $"sign({text}) stands where {text} belongs", term =>
            term.Of(ElementFunction.Sign));
        yield return place.Edited(Mistake.OtherFunction, 1.5, $"|{text}| stands where {text} belongs", term =>
            term.Of(ElementFunction.Absolute));
        yield return place.Edited(
            Mistake.ExtraFactor, 1.6, $"{text} is divided by its length",
            term => term / term.Of(ElementFunction.Square).SumOfAll().Of(ElementFunction.Root));
        yield return place.Edited(Mistake.SummedToOne, 1.6, $"the sum of {text} stands where each of its numbers belongs",
            term => term.Ones() * term.SumOfAll());
    }

    // (1 − A)² for 1 − A².
    private static Edit? Commuted(EditPlace place)
    {
        if (place.Term.Kind != TermKind.Sum || !place.Term.Parts.Any(part => Inside(part) is not null)) return null;
        return place.Edited(
            Mistake.WrongPower, 1.3, $"the square reaches all of {TermText.Of(place.Term)}, and belongs to one term",
            whole => whole.With([.. whole.Parts.Select(part => Inside(part) is { } bare
                ? part.Kind == TermKind.Negative ? -bare : bare : part)])
                .Of(ElementFunction.Square));
    }

    private static Term? Inside(Term part)
    {
        Term bare = part.Kind == TermKind.Negative ? part.Parts[0] : part;
        return bare is { Kind: TermKind.Function, Function: ElementFunction.Square } ? bare.Parts[0] : null;
    }
}
