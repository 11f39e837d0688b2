namespace MlMaths.Torch.Calculus;

/// <summary>
/// How much rounding a right calculation may end with, to first order, number by number: every step adds its own and passes on
/// what came, in units of the precision u.
/// <code>
/// e(a + b) = e(a) + e(b) + |a + b|
/// e(ab)    = |a| e(b) + |b| e(a) + |ab|
/// e(f(x))  = |f'(x)| e(x) + |f(x)|
/// </code>
/// </summary>
internal sealed class RoundingBound(BackwardSteps steps, StepEvaluation values)
{
    private readonly SmallTensor?[] _ofSteps = new SmallTensor?[steps.All.Count];

    public SmallTensor Of(int step) => _ofSteps[step] ??= Of(steps.All[step].Right);

    private SmallTensor Of(Term term)
    {
        SmallTensor size = values.Right(term).Each(Math.Abs);
        switch (term.Kind)
        {
            case TermKind.Letter: return Of(term.Index);
            case TermKind.Given or TermKind.Number or TermKind.Size or TermKind.Ones or TermKind.OneHot: return size;
            case TermKind.Sum: return Plus(term.Parts.Select(Of).Aggregate(Plus), size);
            case TermKind.Product: return Plus(Product(term), size);
            case TermKind.MatrixProduct: return Plus(MatrixProduct(term.Parts[0], term.Parts[1]), size);
            case TermKind.Maximum: return Plus(Of(term.Parts[0]), Of(term.Parts[1]));
        }
        Term part = term.Parts[0];
        SmallTensor came = Of(part);
        return term.Kind switch
        {
            TermKind.Transpose => TensorArithmetic.Transpose(came)!,
            TermKind.Column => came with { Shape = size.Shape },
            TermKind.Inverse => Plus(Times(came, values.Right(part).Each(x => 1 / (x * x))), size),
            TermKind.SumAlong => Plus(
                TensorArithmetic.SumAlong(Plus(came, values.Right(part).Each(Math.Abs)), term.Axis, term.Keeps)!, size),
            TermKind.SumOfAll => SmallTensor.Of(came.Numbers.Sum() + values.Right(part).Numbers.Sum(Math.Abs)),
            TermKind.Function when term.Function is ElementFunction.Softmax => Plus(
                Times(size, TensorArithmetic.Combine(came, SmallTensor.Of(came.Largest), (x, most) => x + most)!), size),
            TermKind.Function => Plus(Times(came, values.Right(part).Each(x => Slope(term.Function, x))), size),
            _ => Plus(came, size),
        };
    }

    // Sharp corners are not rounded: points lie away from them.
    private static double Slope(ElementFunction function, double x)
    {
        if (function is ElementFunction.Sign or ElementFunction.Positive or ElementFunction.NotPositive) return 0;
        double h = 1e-6 * Math.Max(Math.Abs(x), 1e-3);
        return Math.Abs(TensorArithmetic.Apply(function, x + h) - TensorArithmetic.Apply(function, x - h)) / (2 * h);
    }

    private SmallTensor Product(Term term) => term.Parts
        .Select((part, k) => term.Parts.Where((_, other) => other != k)
            .Select(other => values.Right(other).Each(Math.Abs)).Aggregate(Of(part), Times))
        .Aggregate(Plus);

    private SmallTensor MatrixProduct(Term a, Term b)
    {
        (SmallTensor left, SmallTensor right) = (values.Right(a).Each(Math.Abs), values.Right(b).Each(Math.Abs));
        return Plus(
            TensorArithmetic.MatrixProduct(Plus(Of(a), left), right)!, TensorArithmetic.MatrixProduct(left, Of(b))!);
    }

    private static SmallTensor Plus(SmallTensor a, SmallTensor b) => TensorArithmetic.Combine(a, b, (x, y) => x + y)!;

    private static SmallTensor Times(SmallTensor a, SmallTensor b) => TensorArithmetic.Combine(a, b, (x, y) => x * y)!;
}
