namespace MlMaths.Torch.Calculus;

/// <summary>Another constant where one stands.</summary>
internal static class ConstantEdits
{
    private static readonly (string Text, double Value)[] Numbers =
        [("1", 1), ("2", 2), ("½", 0.5), ("3", 3), ("4", 4), ("√2", Math.Sqrt(2)), ("π", Math.PI), ("2π", 2 * Math.PI),
            ("√π", Math.Sqrt(Math.PI))];

    public static IEnumerable<Edit> Of(EditPlace place) => place.Term.Kind switch
    {
        TermKind.Number => OfNumber(place),
        TermKind.Size => OfSize(place),
        _ => [],
    };

    private static IEnumerable<Edit> OfNumber(EditPlace place)
    {
        double own = place.Term.Value;
        if (place.IsRoot) yield break;
        foreach ((string text, double value) in Numbers.Where(number => Math.Abs(number.Value - own) > 1e-9))
        {
            bool isTwo = Math.Abs(own) is 1 or 2 or 0.5 && value is 1 or 2 or 0.5;
            yield return place.Edited(
                isTwo ? Mistake.FactorTwo : Mistake.OtherConstant, isTwo ? 1.2 : 1.8,
                $"{text} stands where {TermText.Of(place.Term)} belongs", _ => value);
        }
    }

    private static IEnumerable<Edit> OfSize(EditPlace place)
    {
        string own = place.Term.Name;
        foreach ((string text, Term value) in Instead(place))
        {
            yield return place.Edited(
                Mistake.OtherConstant, text.Length > 2 ? 1.3 : 1.2, $"{text} stands where {own} belongs", _ => value);
        }
    }

    private static IEnumerable<(string, Term)> Instead(EditPlace place)
    {
        Term own = place.Term;
        yield return ($"{own.Name} − 1", own - 1.0);
        yield return ($"{own.Name} + 1", own + 1.0);
        yield return ($"√{own.Name}", own.Of(ElementFunction.Root));
        yield return ("2", 2.0);
        foreach (string other in place.Steps.Sizes.Where(size => size != own.Name))
        {
            yield return (other, Term.Size(other));
            yield return ($"{own.Name}{other}", own * Term.Size(other));
        }
        foreach (Step step in place.Steps.All.Where(step => step.Index < place.Step.Index && step.Right.Shape is ["n"]))
            yield return ($"Σ{step.Name}", place.Steps[step.Name].SumAlong(0));
    }
}
