namespace MlMaths.Torch.Calculus;

/// <summary>A bracket that is missing: a factor or a function that reaches one term of a sum and not the others.</summary>
internal static class BracketEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (place.Term.Kind == TermKind.Product)
        {
            for (int s = 0; s < place.Term.Parts.Length; s++)
            {
                if (place.Term.Parts[s].Kind != TermKind.Sum) continue;
                foreach (Edit edit in OfSum(place, s)) yield return edit;
            }
        }
        foreach (Edit edit in Inlined(place)) yield return edit;
        if (place.Term is { Kind: TermKind.Function, Parts: [{ Kind: TermKind.Sum } inside] })
        {
            string text = TermText.Of(place.Term);
            yield return place.Edited(
                Mistake.Bracket, 1.4, $"the function reaches {TermText.Of(inside.Parts[0])} alone, and not all of {text}",
                whole => whole.Parts[0].Kind != TermKind.Sum
                    ? null : Term.Sum([whole.With([whole.Parts[0].Parts[0]]), .. whole.Parts[0].Parts[1..]]));
        }
    }

    // G ⊙ 1 − A²: who writes the slope into the product forgets its bracket.
    private static IEnumerable<Edit> Inlined(EditPlace place)
    {
        if (place.Term.Kind != TermKind.Product || !place.Term.Parts.Any(part => SlopeOf(place, part) is not null)) yield break;
        Term[] parts = [.. place.Term.Parts.SelectMany(part => SlopeOf(place, part) is { } slope
            ? slope.Kind == TermKind.Product ? slope.Parts : [slope] : (Term[])[part])];
        int s = Array.FindIndex(parts, part => part.Kind == TermKind.Sum);
        if (s < 0) yield break;
        var whole = Term.Product(parts);
        yield return place.Edited(
            Mistake.Bracket, 1.3, $"a bracket is missing around {TermText.Of(parts[s])}: only its first term is multiplied",
            _ => Reaching(whole, s, 0, [.. Enumerable.Range(0, parts.Length).Where(k => k != s)]));
    }

    private static Term? SlopeOf(EditPlace place, Term part) =>
        part.Kind == TermKind.Letter && place.Steps.All[part.Index].Slope is not null ? place.Steps.All[part.Index].Right : null;

    private static IEnumerable<Edit> OfSum(EditPlace place, int s)
    {
        Term sum = place.Term.Parts[s];
        int[] factors = [.. Enumerable.Range(0, place.Term.Parts.Length).Where(k => k != s)];
        for (int j = 0; j < sum.Parts.Length; j++)
        {
            foreach (int[] moved in Moved(factors))
            {
                int only = j;
                string factor = TermText.Of(Term.Product(moved.Select(k => place.Term.Parts[k])));
                yield return place.Edited(
                    Mistake.Bracket, 1.3, $"a bracket is missing: {factor} reaches {TermText.Of(sum.Parts[j])} alone",
                    whole => Reaching(whole, s, only, moved));
            }
        }
    }

    private static IEnumerable<int[]> Moved(int[] factors) =>
        factors.Length > 1 ? [factors, .. factors.Select(k => (int[])[k])] : [factors];

    private static Term? Reaching(Term whole, int s, int only, int[] moved)
    {
        if (s >= whole.Parts.Length || whole.Parts[s].Kind != TermKind.Sum || whole.Parts[s].Parts.Length <= only) return null;
        Term reached = Term.Product([.. moved.Select(k => whole.Parts[k]), whole.Parts[s].Parts[only]]);
        Term sum = Term.Sum(whole.Parts[s].Parts.Select((part, j) => j == only ? reached : part));
        return Term.Product(whole.Parts.Index().Where(part => !moved.Contains(part.Index)).Select(part =>
            part.Index == s ? sum : part.Item));
    }
}
