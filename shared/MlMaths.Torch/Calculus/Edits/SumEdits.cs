namespace MlMaths.Torch.Calculus;

/// <summary>A term of a sum left out, or with the other sign; p for 1 − p.</summary>
internal static class SumEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (place.Term.Kind == TermKind.Sum)
        {
            foreach ((int k, Term part) in place.Term.Parts.Index())
            {
                Term bare = part.Kind == TermKind.Negative ? part.Parts[0] : part;
                string text = TermText.Of(bare);
                yield return place.Edited(
                    Mistake.ForgottenPath, 1.1, $"the term {text} is left out",
                    whole => Without(whole, k), text);
                yield return place.Edited(
                    Mistake.Sign, 1.1, $"the sign of the term {text} is turned round",
                    whole => whole.With([.. whole.Parts.Select((one, other) => other == k ? -one : one)]), text);
            }
            if (place.Term.Parts is [{ Kind: TermKind.Number, Value: 1 }, { Kind: TermKind.Negative } less])
            {
                yield return place.Edited(
                    Mistake.Complement, 1.2, $"{TermText.Of(less.Parts[0])} stands where {TermText.Of(place.Term)} belongs",
                    whole => whole.Parts[1].Kind == TermKind.Negative ? whole.Parts[1].Parts[0] : null);
            }
        }
        else if (IsShare(place))
        {
            string text = place.Step.IsInput ? place.Step.Name : TermText.Of(place.Term);
            yield return place.Edited(
                Mistake.Complement, 1.4, $"1 − {text} stands where {text} belongs", term => Term.Sum([1.0, -term]));
        }
    }

    // A zero stands for it, so that the others keep their places.
    private static Term? Without(Term whole, int k) =>
        k >= whole.Parts.Length ? null : Term.Sum(whole.Parts.Select((part, other) => other == k ? 0.0 : part));

    // What lies between 0 and 1: a share, a mask, a probability.
    private static bool IsShare(EditPlace place)
    {
        if (place.Step.IsInput || place.Term.Kind is not TermKind.Letter)
            return place.Step.IsInput && Domain(place, place.Term.Name) is InputDomain.Share or InputDomain.ZeroOrOne;
        Term right = place.Steps.All[place.Term.Index].Right;
        return right.Kind == TermKind.Function && right.Function is ElementFunction.Sigmoid or ElementFunction.Softmax
            || (right.Kind == TermKind.Given && Domain(place, right.Name) is InputDomain.Share or InputDomain.ZeroOrOne);
    }

    private static InputDomain Domain(EditPlace place, string name) => place.Steps.Inputs.First(input => input.Name == name).Domain;
}
