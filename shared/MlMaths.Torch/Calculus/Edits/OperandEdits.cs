namespace MlMaths.Torch.Calculus;

/// <summary>Another letter where one belongs: of the same shape, or of a neighbouring layer.</summary>
internal static class OperandEdits
{
    private const string WrittenOver = ": it was written over, or is another line's";

    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (place.Term.Kind == TermKind.Given && !place.Steps.Gradients.ContainsKey(place.Step.Name) && place.Term.Shape.Length > 0)
        {
            yield return place.Edited(Mistake.ForgottenFactor, 1.2, $"{place.Step.Name} is left out", term => term.Ones());
            yield break;
        }
        if (place.Term.Kind != TermKind.Letter) yield break;
        foreach (Step other in place.Steps.All.Where(other => CanStand(place, other)))
        {
            bool neighbours = Layer(other.Name) is { } a && Layer(place.Term.Name) is { } b && Math.Abs(a - b) == 1
                && KindOf(other.Name) == KindOf(place.Term.Name);
            bool alike = other.Right.Shape.SequenceEqual(place.Term.Shape), bare = IsArgumentOf(place, other);
            if (!alike && !neighbours && !IsNearlyAlike(other.Right.Shape, place.Term.Shape)) continue;
            Term letter = place.Steps[other.Name];
            yield return place.Edited(
                neighbours ? Mistake.NeighbouringLayer : bare ? Mistake.ForgottenFunction : Mistake.OtherOperand,
                neighbours || bare ? 1.2 : alike ? 1.4 : 1.5,
                $"{other.Name} stands where {place.Term.Name} belongs{(alike && IsMadeOf(other, place.Term) ? WrittenOver : "")}",
                _ => letter) with
            {
                Kin = $"{Stem(other.Name)} for {Stem(place.Term.Name)} {Layer(other.Name) - Layer(place.Term.Name)}",
            };
        }
    }

    // z where a = φ(z) belongs.
    private static bool IsArgumentOf(EditPlace place, Step other) =>
        place.Steps.All[place.Term.Index].Right is
        {
            Kind: TermKind.Function,
            Function: ElementFunction.Sigmoid or ElementFunction.Softmax
        } function
        && function.Parts[0].Kind == TermKind.Letter && function.Parts[0].Index == other.Index;

    // Two matrices that have a size in common have the same shape at some points.
    private static bool IsNearlyAlike(string[] a, string[] b) => a.Length == 2 && b.Length == 2 && (a[0] == b[0]
        || a[1] == b[1]) && !b.Contains("1");

    private static bool CanStand(EditPlace place, Step other) =>
        other.Name != place.Term.Name && other.Index < place.Step.Index
        && !place.Steps.Gradients.Values.Contains(other.Index);

    private static bool IsMadeOf(Step other, Term letter) => (other.Right.Reads >> letter.Index & 1) != 0;

    /// <summary>X is the activation of layer 0.</summary>
    private static int? Layer(string name) => name == "X" ? 0 : char.IsDigit(name.TrimEnd('\'')[^1])
        ? name.TrimEnd('\'')[^1] - '0' : null;

    // Of a net: activations (before or after the function), weights, biases, slopes, derivatives.
    private static string KindOf(string name) => Stem(name) is "Z" or "A" ? "A" : Stem(name);

    private static string Stem(string name) => name == "X"
        ? "A"
        : name.TrimEnd('\'').TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + (name.EndsWith('\'') ? "'" : "");
}
