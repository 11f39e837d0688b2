namespace MlMaths.Torch.Calculus;

/// <summary>
/// Steps, and edits of them, evaluated at one point. What an edit does not reach is computed once for all edits.
/// </summary>
internal sealed class StepEvaluation
{
    private readonly BackwardSteps _steps;
    private readonly SmallTensor[] _inputs;
    private readonly IReadOnlyDictionary<string, long> _sizes;
    private readonly SmallTensor?[] _terms, _letters;

    public StepEvaluation(BackwardSteps steps, Func<string, SmallTensor> input, IReadOnlyDictionary<string, long> sizes)
    {
        (_steps, _sizes) = (steps, sizes);
        _inputs = [.. steps.Inputs.Select(one => input(one.Name))];
        (_terms, _letters) = (new SmallTensor?[steps.Count], new SmallTensor?[steps.All.Count]);
    }

    /// <summary>The step's value as it is right.</summary>
    public SmallTensor Right(int step) => Value(step, EditedSteps.None, [])!;

    /// <summary>A term's value as it is right.</summary>
    public SmallTensor Right(Term term) => Value(term, EditedSteps.None, [])!;

    /// <summary>The step's value where others are edited; null where the shapes do not meet.</summary>
    public SmallTensor? Of(int step, EditedSteps edited) => Value(step, edited, new SmallTensor?[_steps.All.Count]);

    private SmallTensor? Value(int step, EditedSteps edited, SmallTensor?[] overlay)
    {
        if ((edited.Reached >> step & 1) == 0) return _letters[step] ??= Value(_steps.All[step].Right, EditedSteps.None, overlay);
        return overlay[step] ??= Value(edited.Of(step) ?? _steps.All[step].Right, edited, overlay);
    }

    private SmallTensor? Value(Term term, EditedSteps edited, SmallTensor?[] overlay)
    {
        if (term.Place < 0 || (term.Reads & edited.Reached) != 0) return Compute(term, edited, overlay);
        return _terms[term.Place] ??= Compute(term, edited, overlay);
    }

    private SmallTensor? Compute(Term term, EditedSteps edited, SmallTensor?[] overlay)
    {
        switch (term.Kind)
        {
            case TermKind.Letter: return Value(term.Index, edited, overlay);
            case TermKind.Given: return _inputs[term.Index];
            case TermKind.Number: return SmallTensor.Of(term.Value);
            case TermKind.Size: return SmallTensor.Of(_sizes[term.Name]);
        }
        if (Value(term.Parts[0], edited, overlay) is not { } first) return null;
        if (term.Parts.Length == 1) return Alone(term, first);
        SmallTensor? joined = first;
        for (int k = 1; k < term.Parts.Length && joined is not null; k++)
            joined = Value(term.Parts[k], edited, overlay) is { } next ? Joined(term.Kind, joined, next) : null;
        return joined;
    }

    private static SmallTensor? Joined(TermKind kind, SmallTensor a, SmallTensor b) => kind switch
    {
        TermKind.Sum => TensorArithmetic.Combine(a, b, (x, y) => x + y),
        TermKind.Product => TensorArithmetic.Combine(a, b, (x, y) => x * y),
        TermKind.Maximum => TensorArithmetic.Combine(a, b, Math.Max),
        TermKind.MatrixProduct => TensorArithmetic.MatrixProduct(a, b),
        _ => TensorArithmetic.ProductOfSums(a, b),
    };

    private SmallTensor? Alone(Term term, SmallTensor x) => term.Kind switch
    {
        TermKind.Negative => x.Each(number => -number),
        TermKind.Inverse => x.Each(number => 1 / number),
        TermKind.Transpose => TensorArithmetic.Transpose(x),
        TermKind.Function => TensorArithmetic.Apply(term.Function, x, term.Axis),
        TermKind.SumAlong => TensorArithmetic.SumAlong(x, term.Axis, term.Keeps),
        TermKind.SumOfAll => SmallTensor.Of(x.Numbers.Sum()),
        TermKind.SumOfBytes => TensorArithmetic.SumOfBytes(x),
        TermKind.RunningSum => TensorArithmetic.RunningSum(x),
        TermKind.RowBefore => TensorArithmetic.RowBefore(x, term.Value),
        TermKind.OneHot => TensorArithmetic.OneHot(x, _sizes[term.Name], (int)term.Value, term.Keeps),
        TermKind.Column => x.Rank == 1 ? new SmallTensor([x.Shape[0], 1], x.Numbers) : null,
        TermKind.Ones => x.Each(_ => 1),
        TermKind.Rows => TensorArithmetic.Rows(x, term.Axis, term.Keeps),
        _ => null,
    };
}
