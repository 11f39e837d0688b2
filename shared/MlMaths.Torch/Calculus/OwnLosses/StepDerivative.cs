using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.ElementFunction;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The way back of steps that lead to a loss, by the chain rule, last step first: each letter's gradient is the sum of what comes from
/// every step that it stands in. It is a guess until autograd says the same numbers.
/// </summary>
internal sealed class StepDerivative(BackwardSteps steps, IReadOnlyDictionary<Term, LocalRule> rules)
{
    private readonly Dictionary<int, List<Term>> _came = [];
    private readonly Step[] _forward = [.. steps.All];
    private ulong _active;

    /// <summary>Writes a backward step for every letter between the parameters and the loss, which is the last step.</summary>
    public void Write()
    {
        foreach (DerivationInput input in steps.Inputs.Where(input => input.IsDifferentiated))
            _active |= 1ul << steps.All.First(step => step.Name == input.Name).Index;
        _active = steps.Downstream(_active);
        Back(_forward[^1].Right, 1.0);
        foreach (Step step in _forward.SkipLast(1).Where(step => !step.IsInput).Reverse())
        {
            if (!_came.TryGetValue(step.Index, out List<Term>? came)) continue;
            Term sum = Gathered.Sum(came);
            Term gradient = sum.Kind == TermKind.Number ? sum : steps.Let($"d{step.Name}", sum);
            if (Activated(step.Right) is { } known)
            {
                Term z = step.Right.Parts[0], a = steps[step.Name];
                Term slope = steps.Let($"{step.Name}'", known.SlopeOf(z, a), new Slope(known, z, a));
                Back(z, Gathered.Product(gradient, slope));
            }
            else
            {
                Back(step.Right, gradient, steps[step.Name]);
            }
        }

        foreach (DerivationInput input in steps.Inputs.Where(input => input.IsDifferentiated))
        {
            int own = steps.All.First(step => step.Name == input.Name).Index;
            steps.Gradient(input.Name, _came.TryGetValue(own, out List<Term>? came) ? Gathered.Sum(came) : Nothing(steps[input.Name]));
        }
    }

    private static Term Nothing(Term like) => like.Shape.Length == 0 ? 0.0 : 0.0 * like;

    private static Activation? Activated(Term term) => term.Kind != TermKind.Function ? null : term.Function switch
    {
        Sigmoid => Activation.Sigmoid,
        Tanh => Activation.Tanh,
        Relu => Activation.Relu,
        _ => null,
    };

    /// <param name="term">A term.</param>
    /// <param name="g">Its gradient, of its own shape or one that is spread to it.</param>
    /// <param name="value">The letter that has its value; null where none has.</param>
    private void Back(Term term, Term g, Term? value = null)
    {
        if ((term.Reads & _active) == 0) return;
        if (rules.TryGetValue(term, out LocalRule? rule))
        {
            Back(rule.Part, rule.Back(g));
            return;
        }

        switch (term.Kind)
        {
            case TermKind.Letter:
                if (!_came.TryGetValue(term.Index, out List<Term>? came)) _came[term.Index] = came = [];
                came.Add(Spread(g, term));
                break;
            case TermKind.Sum:
                foreach (Term part in term.Parts) Back(part, Narrowed(g, term, part));
                break;
            case TermKind.Product:
                foreach ((int k, Term part) in term.Parts.Index()) Back(part, Narrowed(Gathered.Product(g, Others(term, k)), term, part));
                break;
            case TermKind.Negative: Back(term.Parts[0], -g); break;
            case TermKind.Inverse: Back(term.Parts[0], -(Gathered.Product(g, term.Parts[0].Of(Square).Inverse()))); break;
            case TermKind.Transpose: Back(term.Parts[0], Spread(g, term).T); break;
            case TermKind.SumOfAll: Back(term.Parts[0], g); break;
            case TermKind.SumAlong: Back(term.Parts[0], Unsummed(term, g)); break;
            case TermKind.Column: Back(term.Parts[0], Spread(g, term).SumAlong(1)); break;
            case TermKind.MatrixProduct: BackProduct(term.Parts[0], term.Parts[1], Spread(g, term)); break;
            case TermKind.Maximum:
                Back(term.Parts[0], Narrowed(Gathered.Product(g, (term.Parts[0] - term.Parts[1]).Of(Positive)), term, term.Parts[0]));
                Back(term.Parts[1], Narrowed(Gathered.Product(g, (term.Parts[1] - term.Parts[0]).Of(Positive)), term, term.Parts[1]));
                break;
            case TermKind.Function when term.Function == Log && ExponentOf(term.Parts[0]) is { } z:
                Back(z, Gathered.Product(g, z.Of(Sigmoid))); // (ln(1 + e^z))' = σ(z)
                break;
            case TermKind.Function: Back(term.Parts[0], OfFunction(term, g, value ?? term)); break;
        }
    }

    private static Term OfFunction(Term term, Term g, Term value)
    {
        Term x = term.Parts[0];
        return term.Function switch
        {
            Sigmoid => Gathered.Product(g, value * (1.0 - value)),
            Tanh => Gathered.Product(g, 1.0 - value.Of(Square)),
            Relu => Gathered.Product(g, x.Of(Positive)),
            Absolute => Gathered.Product(g, x.Of(Sign)),
            Exp => Gathered.Product(g, value),
            Log => Gathered.Product(g, x.Inverse()),
            Square => Gathered.Product(2.0, Gathered.Product(g, x)),
            Root => Gathered.Product(0.5, Gathered.Product(g, value.Inverse())),
            Erf => Gathered.Product(2 / Math.Sqrt(Math.PI), Gathered.Product(g, (-x.Of(Square)).Of(Exp))),
            Softmax => value * (Spread(g, term) - (Spread(g, term) * value).SumAlong(term.Axis, keeps: true)),
            LogSoftmax => Spread(g, term) - x.Of(Softmax, term.Axis) * Spread(g, term).SumAlong(term.Axis, keeps: true),
            _ => 0.0 * x,
        };
    }

    /// <summary>z of 1 + e^z; null for anything else.</summary>
    private static Term? ExponentOf(Term x) => x is { Kind: TermKind.Sum, Parts: [var a, var b] }
        ? (a, b) switch
        {
            ({ Kind: TermKind.Number, Value: 1 }, { Kind: TermKind.Function, Function: Exp }) => b.Parts[0],
            ({ Kind: TermKind.Function, Function: Exp }, { Kind: TermKind.Number, Value: 1 }) => a.Parts[0],
            _ => null,
        }
        : null;

    private void BackProduct(Term a, Term b, Term g)
    {
        bool isVector = b.Shape.Length == 1;
        if ((a.Reads & _active) != 0) Back(a, isVector ? g.Column() * b : g.Mm(b.T));
        if ((b.Reads & _active) != 0) Back(b, a.T.Mm(g));
    }

    private static Term Unsummed(Term sum, Term g)
    {
        Term whole = Spread(g, sum);
        bool isColumn = !sum.Keeps && sum.Axis == 1 && whole.Shape.Length == 1;
        return isColumn ? whole.Column() : whole;
    }

    private static Term Others(Term product, int but) => Term.Product(product.Parts.Where((_, k) => k != but));

    /// <summary>A gradient in the shape of what it belongs to.</summary>
    public static Term Spread(Term g, Term to) => g.Shape.SequenceEqual(to.Shape) ? g : Gathered.Product(g, to.Ones());

    /// <summary>What was spread on the way forward is summed on the way back.</summary>
    private static Term Narrowed(Term g, Term whole, Term part)
    {
        if (part.Shape.SequenceEqual(whole.Shape)) return g;
        Term full = Spread(g, whole);
        if (part.Shape.Length == 0) return full.Shape.Length == 1 ? Gathered.SumAlong(full, 0) : full.SumOfAll();
        for (int axis = 0; axis < whole.Shape.Length; axis++)
        {
            int own = axis - (whole.Shape.Length - part.Shape.Length);
            if (own < 0) full = Gathered.SumAlong(full, 0);
            else if (part.Shape[own] == "1" && whole.Shape[axis] != "1") full = Gathered.SumAlong(full, own, keeps: true);
        }
        return full;
    }
}
