namespace MlMaths.Torch.Calculus;

/// <summary>Another constant where one stands.</summary>
internal static class ConstantEdits
{
    private static readonly (string Text, double Value)[] Numbers =
        [("1", 1), ("2", 2), ("½", 0.5), ("3", 3), ("4", 4), ("√2", Math.Sqrt(2)), ("π", Math.PI), ("2π", 2 * Math.PI),
            ("√π", Math.Sqrt(Math.PI))];

    private static readonly (string Text, double Value)[] Small =
        [("1e-5", 1e-5), ("1e-6", 1e-6), ("1e-8", 1e-8), ("1e-3", 1e-3)];

    public static IEnumerable<Edit> Of(EditPlace place) => place.Term.Kind switch
    {
        TermKind.Given => OfGiven(place),
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
        foreach (Edit edit in Rounded(place)) yield return edit;
    }

    private static IEnumerable<Edit> Rounded(EditPlace place)
    {
        double own = place.Term.Value;
        Edit Of(double rounded, string whole, double value) => place.Edited(
            Mistake.OtherConstant, 1.6, $"{RoundedNumbers.Text(rounded)} stands where {whole} belongs: it is rounded", _ => value);
        string text = TermText.Of(place.Term);
        foreach (double rounded in RoundedNumbers.Of(own)) yield return Of(rounded, text, rounded);
        if (place.Parent?.Kind != TermKind.Inverse) yield break;
        foreach (double rounded in RoundedNumbers.Of(1 / own)) yield return Of(rounded, $"1/{text}", 1 / rounded);
    }

    /// <summary>A small number that keeps a divisor off 0: another one in its place, or none.</summary>
    private static IEnumerable<Edit> OfGiven(EditPlace place)
    {
        string name = place.Step.Name;
        Term[] bounded = [.. Maxima.BoundedBy(place.Steps, name)];
        bool keepsOffZero = bounded.Length > 0 || place.Steps.All.Any(step => IsKeptOffZero(step.Right, name));
        if (place.Term.Shape.Length > 0 || !keepsOffZero) yield break;
        if (bounded.Length > 0)
        {
            string[] alone = [.. bounded.Select(max => $"{TermText.Of(max.Parts[0])} stands where {TermText.Of(max)} belongs")];
            yield return place.Edited(
                Mistake.ForgottenFunction, 1, $"{name} is ignored: {string.Join(", and ", alone)}", _ => 0.0);
        }
        foreach ((string text, double value) in Small)
        {
            yield return place.Edited(
                Mistake.OtherConstant, 1.2, $"{text} stands where {name} belongs: take the {name} that is given", _ => value);
        }
    }

    private static bool IsKeptOffZero(Term term, string name) =>
        (term is { Kind: TermKind.Inverse or TermKind.Function, Parts: [{ Kind: TermKind.Sum } sum] }
            && (term.Kind == TermKind.Inverse || term.Function is ElementFunction.Root or ElementFunction.Log)
            && sum.Parts.Any(part => part.Kind == TermKind.Letter && part.Name == name))
        || term.Parts.Any(part => IsKeptOffZero(part, name));

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
