namespace MlMaths.Torch.Calculus;

/// <summary>Labels counted from 1, or in another coding.</summary>
internal static class LabelEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (place.Term.Kind == TermKind.OneHot)
        {
            foreach (int moved in (int[])[-1, 1])
            {
                foreach (bool round in (bool[])[true, false])
                {
                    yield return place.Edited(
                        Mistake.WrongLabels, 1.1, "the classes are counted from 1, and start at 0", whole =>
                            whole.Parts[0].OneHot(whole.Name, moved, round));
                }
            }
        }
        if (place.Term is { Kind: TermKind.Sum, Parts.Length: 2 } && place.Term.Parts.SelectMany(Letters).FirstOrDefault(letter =>
            place.Steps.All[letter.Index].Right.Kind == TermKind.OneHot) is { } hot && hot.Shape.SequenceEqual(place.Term.Shape))
        {
            yield return place.Edited(
                Mistake.WrongDerivative, 1.2, "only the place of the true class is counted, and softmax moves the other places, too",
                whole => Term.Product([hot, whole]));
        }
        bool isLabel = place.Term.Kind is TermKind.Given or TermKind.Letter && place.Term.Name == "y"
            && place.Steps.Inputs.Any(input => input is { Name: "y", Domain: InputDomain.ZeroOrOne });
        if (isLabel)
        {
            yield return place.Edited(
                Mistake.WrongLabels, 1.2, "the labels are taken as −1 and 1, and are 0 and 1", y => Term.Sum([2.0 * y, -1.0]));
        }
    }

    private static IEnumerable<Term> Letters(Term term) =>
        term.Kind == TermKind.Letter ? [term] : term.Parts.SelectMany(Letters);
}
