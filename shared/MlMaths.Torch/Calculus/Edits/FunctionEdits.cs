using static MlMaths.Torch.Calculus.ElementFunction;

namespace MlMaths.Torch.Calculus;

/// <summary>A function left out, taken twice, or another in its place.</summary>
internal static class FunctionEdits
{
    private static readonly ElementFunction[] Activations = [Sigmoid, Tanh, Relu, Softmax, LogSoftmax, Exp, Positive];

    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (place.Term.Kind is TermKind.Maximum)
        {
            for (int k = 0; k < 2; k++)
            {
                int kept = k;
                yield return place.Edited(
                    Mistake.ForgottenFunction, 1.3, $"{TermText.Of(place.Term.Parts[k])} stands alone, without the maximum",
                    whole => whole.Parts[kept]);
            }
        }
        if (place.Term.Kind == TermKind.Inverse)
        {
            string text = TermText.Of(place.Term.Parts[0]);
            yield return place.Edited(Mistake.UpsideDown, 1.2, $"{text} is a factor where it is a divisor", whole =>
                whole.Parts[0], text);
        }
        if (place.Term.Kind is TermKind.Letter && place.Parent?.Kind is TermKind.Product
            && (place.Term.Shape.Length == 0 || place.Term.Shape.Contains("1")))
        {
            string text = TermText.Of(place.Term);
            yield return place.Edited(Mistake.UpsideDown, 1.5, $"{text} is a divisor where it is a factor", term => term.Inverse());
        }
        if (place.Term.Kind != TermKind.Function) yield break;
        foreach (Edit edit in OfFunction(place)) yield return edit;
    }

    private static IEnumerable<Edit> OfFunction(EditPlace place)
    {
        ElementFunction own = place.Term.Function;
        string name = TermText.NameOf(own), inside = TermText.Of(place.Term.Parts[0]);
        bool isPower = own is Square or Root;
        yield return place.Edited(
            isPower ? Mistake.WrongPower : Mistake.ForgottenFunction, 1.1,
            isPower ? $"the {(own == Square ? "square" : "root")} of {inside} is missing"
                : $"{inside} stands where {TermText.Of(place.Term)} belongs",
            whole => whole.Parts[0]);
        if (!isPower)
        {
            yield return place.Edited(
                Mistake.RepeatedFunction, 1.3, $"{name} is taken twice", whole => whole.Of(whole.Function, whole.Axis));
        }
        if (!isPower && own is not (Erf or Absolute))
        {
            yield return place.Edited(
                Mistake.Sign, 1.3, $"the sign of {inside} is turned round inside {name}", whole => whole.With([-whole.Parts[0]]));
        }
        if (own == Softmax)
        {
            yield return place.Edited(
                Mistake.OtherAxis, 1.1, "softmax runs along the columns where it belongs along each row",
                whole => whole.Parts[0].Of(Softmax, 1 - whole.Axis));
        }
        foreach (ElementFunction other in Others(own))
        {
            if (other is Softmax or LogSoftmax && place.Term.Shape.Length < 2) continue;
            yield return place.Edited(
                Mistake.OtherFunction, 1.3, $"{TermText.NameOf(other)} stands where {name} belongs", whole =>
                    whole.Parts[0].Of(other, 1));
        }
    }

    private static IEnumerable<ElementFunction> Others(ElementFunction own) => own switch
    {
        Sign => [Absolute, Positive, Tanh, Square],
        Positive => [NotPositive, Sign, Relu, Sigmoid, Absolute],
        Square => [Absolute, Root, Exp],
        Root => [Square, Log],
        Erf => [Tanh, Sigmoid],
        Exp => [Sigmoid, Tanh, Softmax, LogSoftmax],
        _ => Activations.Where(other => other != own),
    };
}
