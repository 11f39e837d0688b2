using static MlMaths.Torch.Calculus.ElementFunction;

namespace MlMaths.Torch.Calculus;

/// <summary>What TorchSharp's methods and operators mean, as terms.</summary>
internal sealed class TorchWords(BackwardSteps steps)
{
    private static readonly Dictionary<string, ElementFunction> Functions = new()
    {
        ["sigmoid"] = Sigmoid,
        ["tanh"] = Tanh,
        ["relu"] = Relu,
        ["exp"] = Exp,
        ["log"] = Log,
        ["sqrt"] = Root,
        ["square"] = Square,
        ["abs"] = Absolute,
        ["erf"] = Erf,
    };

    private static readonly HashSet<string> Others =
    [
        "+", "-", "*", "/", "add", "sub", "mul", "div", "neg", "t", "T", "sum", "mean", "norm", "log1p", "softplus", "reciprocal", "rsqrt",
        "size", "pow", "clamp_min", "unsqueeze", "softmax", "log_softmax", "logsumexp", "mm", "mv", "matmul", "dot", "maximum", "mse_loss",
        "l1_loss", "one_hot", "binary_cross_entropy_with_logits", "cross_entropy",
    ];

    private readonly Dictionary<Term, LocalRule> _rules = [];

    /// <summary>Where the way back is shorter than the chain rule.</summary>
    public IReadOnlyDictionary<Term, LocalRule> Rules => _rules;

    /// <exception cref="UserMistakeException">There is no step for it.</exception>
    public Term Of(WrittenTerm written) => written.Kind switch
    {
        WrittenKind.Number => written.Number,
        WrittenKind.Letter => steps.All.Any(step => step.Name == written.Word) ? steps[written.Word] : throw Unknown(written),
        _ => Called(written) ?? throw Unknown(written),
    };

    private static UserMistakeException Unknown(WrittenTerm written) =>
        new(FormattableString.Invariant($"line {written.Line}: {Quoted.Value(written.Word)}"));

    private Term? Called(WrittenTerm call)
    {
        if (call.Parts.Count == 0 || !(Functions.ContainsKey(call.Word) || Others.Contains(call.Word))) return null;
        Term a = Of(call.Parts[0]);
        if (Functions.TryGetValue(call.Word, out ElementFunction function))
            return call.Parts.Count == 1 ? a.Of(function) : null;
        return call.Parts.Count switch
        {
            1 => OfOne(call.Word, a),
            _ => OfAxis(call, a) ?? OfTwo(call.Word, a, Of(call.Parts[1])),
        };
    }

    private Term? OfOne(string word, Term a) => word switch
    {
        "neg" => -a,
        "t" or "T" => a.Shape.Length == 2 ? a.T : null,
        "sum" => a.SumOfAll(),
        "mean" => Mean(a),
        "norm" => a.Of(Square).SumOfAll().Of(Root),
        "log1p" => (1.0 + a).Of(Log),
        "softplus" => Ruled((1.0 + a.Of(Exp)).Of(Log), a, g => Gathered.Product(g, a.Of(Sigmoid))),
        "reciprocal" => a.Inverse(),
        "rsqrt" => a.Of(Root).Inverse(),
        _ => null,
    };

    private static Term Mean(Term a) => a.Shape.Aggregate(a.SumOfAll(), (sum, size) => sum / Term.Size(size));

    /// <summary>Words whose second part is an axis or a plain number.</summary>
    private Term? OfAxis(WrittenTerm call, Term a)
    {
        if (call.Parts[1].Kind != WrittenKind.Number) return null;
        double number = call.Parts[1].Number;
        bool keeps = call.Parts.Count > 2 && call.Parts[2] is { Kind: WrittenKind.Number, Number: 1 };
        int axis = (int)(number < 0 ? number + a.Shape.Length : number);
        return call.Word switch
        {
            "size" when axis < a.Shape.Length => Term.Size(a.Shape[axis]),
            "pow" => Power(a, number),
            "clamp_min" when number == 0 => a.Of(Relu),
            "unsqueeze" when a.Shape.Length == 1 && number is 1 or -1 => a.Column(),
            _ when axis < 0 || axis >= a.Shape.Length || a.Shape.Length > 2 => null,
            "softmax" => a.Of(Softmax, axis),
            "log_softmax" => a.Of(LogSoftmax, axis),
            "sum" => a.SumAlong(axis, keeps),
            "mean" => a.SumAlong(axis, keeps) / Term.Size(a.Shape[axis]),
            "logsumexp" when a.Shape.Length == 2 && axis == 1 && !keeps => LogSumOfExp(a),
            _ => null,
        };
    }

    private Term? OfTwo(string word, Term a, Term b) => word switch
    {
        "+" or "add" => a + b,
        "-" or "sub" => a - b,
        "*" or "mul" => a.IsLike(b) ? a.Of(Square) : a * b,
        "/" or "div" => a / b,
        "mm" or "mv" or "matmul" when a.Shape.Length == 2 && b.Shape.Length > 0 => a.Mm(b),
        "dot" => (a.IsLike(b) ? a.Of(Square) : a * b).SumOfAll(),
        "maximum" => a.Maximum(b),
        "mse_loss" => Mean((a - b).Of(Square)),
        "l1_loss" => Mean((a - b).Of(Absolute)),
        "one_hot" when b.Kind == TermKind.Size => a.OneHot(b.Name),
        "binary_cross_entropy_with_logits" => Ruled(
            Mean((1.0 + a.Of(Exp)).Of(Log) - b * a), a, g => Shared(Gathered.Product(g, a.Of(Sigmoid) - b), a)),
        "cross_entropy" when a.Shape.Length == 2 && b.Shape.Length == 1 => CrossEntropy(a, b.OneHot(a.Shape[1])),
        _ => null,
    };

    private Term LogSumOfExp(Term Z)
    {
        Term sum = Z.Of(Exp).SumAlong(1).Of(Log);
        return Ruled(sum, Z, g => StepDerivative.Spread(g, sum).Column() * Z.Of(Softmax, 1));
    }

    private Term CrossEntropy(Term Z, Term Y)
    {
        Term n = Term.Size(Z.Shape[0]);
        return Ruled(-(Y * Z.Of(LogSoftmax, 1)).SumOfAll() / n, Z, g => Gathered.Product(g, Z.Of(Softmax, 1) - Y) / n);
    }

    private static Term Shared(Term g, Term over) => over.Shape.Aggregate(g, (share, size) => share / Term.Size(size));

    private static Term? Power(Term a, double by) => by switch
    {
        1 => a,
        2 => a.Of(Square),
        3 => a * a.Of(Square),
        4 => a.Of(Square).Of(Square),
        0.5 => a.Of(Root),
        -1 => a.Inverse(),
        -0.5 => a.Of(Root).Inverse(),
        _ => null,
    };

    private Term Ruled(Term term, Term part, Func<Term, Term> back)
    {
        _rules[term] = new(part, back);
        return term;
    }
}
