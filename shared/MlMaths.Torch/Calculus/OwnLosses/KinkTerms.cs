namespace MlMaths.Torch.Calculus;

/// <summary>Where steps have a corner: at 0 of what stands in a ReLU, a |·| or a sign, and where the sides of a maximum meet.</summary>
internal static class KinkTerms
{
    public static IReadOnlyList<Tensor> Of(BackwardSteps steps, DerivationPoint at)
    {
        Term[] corners = [.. steps.All.Where(step => !step.IsBackward).SelectMany(step => Corners(step.Right))];
        if (corners.Length == 0) return [];
        var values = new StepEvaluation(steps, name => SmallTensor.Of(at[name]), ExamPoint.SizesOf(at));
        return [.. corners.Select(corner => TensorCopy.Of(values.Right(corner).Numbers, [values.Right(corner).Numbers.Length]))];
    }

    private static IEnumerable<Term> Corners(Term term)
    {
        if (term is { Kind: TermKind.Function, Function: ElementFunction.Relu or ElementFunction.Absolute or ElementFunction.Sign })
            yield return term.Parts[0];
        if (term.Kind == TermKind.Maximum)
            yield return term.Parts[0] - term.Parts[1];
        foreach (Term below in term.Parts.SelectMany(Corners))
            yield return below;
    }
}
