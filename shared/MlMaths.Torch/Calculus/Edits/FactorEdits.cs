namespace MlMaths.Torch.Calculus;

/// <summary>A constant, or a scalar of the inputs, multiplied in where it does not belong; the sign among them.</summary>
internal static class FactorEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        bool isPart = place.Parent?.Kind == TermKind.Sum && place.Step.IsBackward;
        bool isAbove = place.Step.IsInput && place.Step.Name == "G";
        if (!(place.IsRoot && (place.Step.IsBackward || place.Step.Slope is not null)) && !isPart && !isAbove) yield break;
        if (place.Term.Kind == TermKind.Number) yield break;
        double far = isPart ? 0.6 : isAbove || place.Step.Slope is not null ? 0.2 : 0;
        string text = place.Step.IsInput || place.IsRoot ? place.Step.Name : TermText.Of(place.Term);
        if (!isPart)
        {
            yield return place.Edited(Mistake.Sign, 1 + far, $"{text} has the wrong sign", term => -term) with { IsOfAny = true };
        }
        foreach ((string name, Term factor, Mistake mistake, double cost) in Factors(place))
        {
            string says = mistake switch
            {
                Mistake.MissingShare => $"{text} is n times too large: its 1/n was lost",
                Mistake.ExtraShare => $"1/n stands once too often in {text}",
                Mistake.MeanForSum => $"{text} is divided by n, and this loss is a sum over the rows",
                _ => $"{text} has a factor {name} that does not belong there",
            };
            yield return place.Edited(mistake, cost + far, says, term => Term.Product([factor, term])) with { IsOfAny = true };
        }
    }

    private static IEnumerable<(string, Term, Mistake, double)> Factors(EditPlace place)
    {
        yield return ("2", 2.0, Mistake.FactorTwo, 1);
        yield return ("½", 0.5, Mistake.FactorTwo, 1);
        yield return ("4", 4.0, Mistake.OtherConstant, 1.9);
        yield return ("¼", 0.25, Mistake.OtherConstant, 1.9);
        foreach (string letter in place.Steps.Sizes)
        {
            Term size = Term.Size(letter), root = size.Of(ElementFunction.Root);
            bool rows = letter == "n";
            yield return (letter, size, !rows ? Mistake.OtherConstant : place.IsMean ? Mistake.MissingShare
                : Mistake.ExtraFactor, rows ? 1.1 : 1.5);
            yield return ($"1/{letter}", size.Inverse(),
                !rows ? Mistake.OtherConstant : place.IsMean ? Mistake.ExtraShare : Mistake.MeanForSum, rows ? 1.1 : 1.3);
            yield return ($"√{letter}", root, Mistake.OtherConstant, 1.6);
            yield return ($"1/√{letter}", root.Inverse(), Mistake.OtherConstant, 1.6);
            yield return ($"{letter}/({letter} − 1)", size / (size - 1.0), Mistake.OtherConstant, 1.5);
            yield return ($"1/({letter} − 1)", (size - 1.0).Inverse(), Mistake.OtherConstant, 1.7);
        }
        foreach (Step step in place.Steps.All.Where(step => step.IsInput && step.Right.Shape.Length == 0
            && !place.Steps.Gradients.ContainsKey(step.Name)))
        {
            Term letter = place.Steps[step.Name];
            yield return (step.Name, letter, Mistake.ExtraFactor, 1.4);
            yield return ($"1/{step.Name}", letter.Inverse(), Mistake.ExtraFactor, 1.4);
            if (place.Steps.Inputs.First(input => input.Name == step.Name).Domain == InputDomain.Share)
                yield return ($"1/(1 − {step.Name})", (1.0 - letter).Inverse(), Mistake.ExtraFactor, 1.3);
        }
        foreach (Term letter in VectorsOfRows(place))
            yield return (letter.Name, letter, Mistake.ExtraFactor, 1.7);
    }

    // A weight or a label for each row, where the term has rows too.
    private static IEnumerable<Term> VectorsOfRows(EditPlace place) => place.Term.Shape is not ["n"]
        ? []
        : place.Steps.All.Where(step => step.Index < place.Step.Index && step.Right.Shape is ["n"]).Select(step =>
            place.Steps[step.Name]);
}
