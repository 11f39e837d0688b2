namespace MlMaths.Torch.Calculus;

/// <summary>The gradient of one parameter given for another, or written like another's.</summary>
internal static class OutputEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (!place.IsRoot || !place.Steps.Gradients.Values.Contains(place.Step.Index)) yield break;
        string own = place.Step.Name[1..];
        foreach ((string other, int step) in place.Steps.Gradients.Where(gradient => gradient.Key != own))
        {
            Term right = place.Steps.All[step].Right;
            yield return place.Edited(
                Mistake.SwappedOutputs, 1.2, $"d{own} holds what belongs in d{other}", _ => right);
            Term like = Replaced(right, other, place.Steps[own]);
            if (right.Shape.Length >= place.Term.Shape.Length && place.Term.Kind == TermKind.Number)
            {
                yield return place.Edited(
                    Mistake.PenalisedBias, 1,
                        $"the gradient of {own} is written like that of {other}, and the penalty leaves {own} alone", _ => like);
            }
        }
        if (place.Term.Kind != TermKind.Number) yield break;
        Term letter = place.Steps[own];
        yield return place.Edited(Mistake.PenalisedBias, 1.2, $"{own} is penalised, and must be free", _ => letter);
        foreach (DerivationInput input in place.Steps.Inputs.Where(input => !input.IsDifferentiated && input.Shape.Count == 0))
        {
            Term scalar = place.Steps[input.Name];
            yield return place.Edited(Mistake.PenalisedBias, 1.2, $"{own} is penalised by {input.Name}, and must be free", _ => scalar);
        }
    }

    private static Term Replaced(Term term, string name, Term by) => term.Kind == TermKind.Letter && term.Name == name
        ? by
        : term.Parts.Length == 0 ? term : term.With([.. term.Parts.Select(part => Replaced(part, name, by))]);
}
