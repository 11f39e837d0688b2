namespace MlMaths.Torch.Calculus;

/// <summary>Rows for columns, another order, another product, a factor left out of a product of matrices.</summary>
internal static class MatrixEdits
{
    public static IEnumerable<Edit> Of(EditPlace place)
    {
        if (place.IsRoot && place.Steps.Gradients.Values.Contains(place.Step.Index) && place.Term.Shape.Length == 2)
        {
            yield return place.Edited(
                Mistake.Transposed, 1, $"{place.Step.Name} comes out transposed", term => term.T) with
            { IsOfAny = true };
        }
        if (place.Term.Kind != TermKind.MatrixProduct) yield break;
        (Term a, Term b) = (place.Term.Parts[0], place.Term.Parts[1]);
        string text = TermText.Of(place.Term), left = TermText.Of(Bare(a)), right = TermText.Of(Bare(b));
        yield return place.Edited(Mistake.Transposed, 1.1, Turned(a), product =>
            Flipped(product.Parts[0]).Mm(product.Parts[1]), TermText.Of(a));
        if (b.Shape.Length == 2)
        {
            yield return place.Edited(Mistake.Transposed, 1.1, Turned(b), product =>
                product.Parts[0].Mm(Flipped(product.Parts[1])), TermText.Of(b));
            yield return place.Edited(
                Mistake.OtherProduct, 1.3, $"the factors of {text} stand in the other order", product =>
                    product.Parts[1].Mm(product.Parts[0]));
        }
        if (a.Kind == TermKind.Transpose && b.Shape.Length == 1)
        {
            yield return place.Edited(
                Mistake.OtherAxis, 1.2, $"the sum of {left} ⊙ {right} runs along the wrong axis: it belongs over the rows",
                product => (Bare(product.Parts[0]) * product.Parts[1].Column()).SumAlong(1));
            yield return place.Edited(
                Mistake.ForgottenSum, 1.1, $"{left} ⊙ {right} is not summed over the rows",
                product => Bare(product.Parts[0]) * product.Parts[1].Column());
        }
        yield return place.Edited(Mistake.ForgottenFactor, 1.1, $"{left} is left out", product => product.Parts[1]);
        yield return place.Edited(Mistake.ForgottenFactor, 1.1, $"{right} is left out", product => product.Parts[0]);
        yield return place.Edited(
            Mistake.ForgottenFactor, 1.1, $"{left} is left out, and the rest summed", product =>
                product.Parts[0].Ones().Mm(product.Parts[1]));
        yield return place.Edited(
            Mistake.ForgottenFactor, 1.1, $"{right} is left out, and the rest summed", product =>
                product.Parts[0].Mm(product.Parts[1].Ones()));
        yield return place.Edited(
            Mistake.OtherProduct, 1.3, $"{left} and {right} are multiplied place by place, and not rows by columns",
            product => Bare(product.Parts[0]) * Bare(product.Parts[1]));
        yield return place.Edited(
            Mistake.OtherProduct, 1.3, $"the product of two sums stands where the sum of products {text} belongs",
                product => product.ProductOfSums());
    }

    private static Term Bare(Term term) => term.Kind == TermKind.Transpose ? term.Parts[0] : term;

    private static Term Flipped(Term term) => term.Kind == TermKind.Transpose ? term.Parts[0] : term.T;

    private static string Turned(Term term) => $"{TermText.Of(Flipped(term))} stands where {TermText.Of(term)} belongs";
}
