using MlMaths.Torch.Models;
using static MlMaths.Torch.Calculus.ElementFunction;

namespace MlMaths.Torch.Calculus;

/// <summary>A derivative of a function that is another's, at the wrong place, or once too often.</summary>
internal static class SlopeEdits
{
    private const double OfSigmoid = 1.702, OfCube = 0.044715;

    private static readonly double OfTanh = Math.Sqrt(2 / Math.PI);

    public static IEnumerable<Edit> Of(EditPlace place)
    {
        IEnumerable<Edit> squares = OfSquare(place);
        if (!place.IsRoot) return squares;
        return place.Step.Slope is { } slope ? OfSlope(place, slope)
            : place.Step.IsBackward ? [.. squares, .. Repeated(place), .. Skipped(place)] : squares;
    }

    public static string NameOf(Activation φ) => φ switch
    {
        Activation.Relu => "ReLU",
        Activation.Tanh => "tanh",
        Activation.Gelu => "GELU",
        Activation.Sigmoid => "σ",
    };

    /// <summary>u² or |u| as it is, or the derivative of another, where 2u stands for (u²)'.</summary>
    private static IEnumerable<Edit> OfSquare(EditPlace place)
    {
        if (!place.Step.IsBackward) yield break;
        bool isDouble = place.Term is { Kind: TermKind.Product, Parts: [{ Kind: TermKind.Number, Value: 2 }, _, ..] };
        if (isDouble)
        {
            string text = TermText.Of(place.Term.Parts[1]);
            Edit Instead(ElementFunction of, string says) => place.Edited(
                Mistake.WrongDerivative, 1.3, says, whole => whole.Parts.Length < 2
                    ? null : Term.Product([whole.Parts[1].Of(of), .. whole.Parts[2..]]));
            yield return Instead(Square, $"the square of {text} stands where its derivative belongs");
            yield return Instead(Sign, $"the derivative of |u| stands where that of u² belongs, u = {text}");
        }
        if (place is { Term.Kind: TermKind.Letter, Parent.Kind: TermKind.Product })
        {
            yield return place.Edited(
                Mistake.WrongDerivative, 1.4, $"{place.Term.Name}²/2 stands where its derivative {place.Term.Name} belongs",
                term => 0.5 * term.Of(Square));
        }
    }

    /// <summary>A step that is passed over, or taken for that of a function which works place by place.</summary>
    private static IEnumerable<Edit> Skipped(EditPlace place)
    {
        Term[] letters = [.. Letters(place.Term).Where(letter =>
            letter.Shape.SequenceEqual(place.Term.Shape)).DistinctBy(letter => letter.Name)];
        foreach (Term came in letters.Where(letter => place.Steps.All[letter.Index].IsBackward))
        {
            yield return place.Edited(
                Mistake.ForgottenDerivative, 1.3,
                    $"the step {place.Step.Name} is passed over: {came.Name} goes on as it came", _ => came);
            foreach (Term share in letters.Where(letter => IsSoftmax(place, letter)))
            {
                yield return place.Edited(
                    Mistake.WrongDerivative, 1.3,
                        $"{share.Name}(1 − {share.Name}) is the derivative of σ, and softmax moves the other places, too",
                    _ => share * (1.0 - share) * came);
            }
        }
    }

    private static bool IsSoftmax(EditPlace place, Term letter) =>
        place.Steps.All[letter.Index].Right is { Kind: TermKind.Function, Function: Softmax };

    private static IEnumerable<Term> Letters(Term term) =>
        term.Kind == TermKind.Letter ? [term] : term.Parts.SelectMany(Letters);

    private static IEnumerable<Edit> OfSlope(EditPlace place, Slope slope)
    {
        (Term z, Term a) = (slope.At, slope.Value);
        string name = NameOf(slope.Of);
        foreach (Activation other in Enum.GetValues<Activation>().Where(other => other != slope.Of))
        {
            Edit Of(Term at, Term value, double cost, string says) =>
                place.Edited(Mistake.WrongDerivative, cost, says, _ => other.SlopeOf(at, value));
            yield return Of(z, other.Of(z), 1.1, $"the derivative of {NameOf(other)} stands where that of {name} belongs");
            yield return Of(z, a, 1.3,
                $"{TermText.Of(other.SlopeOf(z, a))} is the derivative of {NameOf(other)}, and the function is {name}");
        }
        yield return place.Edited(
            Mistake.WrongDerivative, 1.2, $"the derivative of {name} is taken at {TermText.Of(a)}, and belongs at {TermText.Of(z)}",
            _ => slope.Of.SlopeOf(a, slope.Of.Of(a)));
        yield return place.Edited(
            Mistake.WrongDerivative, 1.3, $"the derivative of {name} is written with {TermText.Of(z)} where {TermText.Of(a)} belongs",
            _ => slope.Of.SlopeOf(z, z));
        yield return place.Edited(
            Mistake.WrongDerivative, 1.1, $"the value of {name} stands where its derivative belongs", _ => a);
        yield return place.Edited(
            Mistake.WrongDerivative, 1.2, $"{TermText.Of(z)} itself stands where the derivative of {name} belongs", _ => z);
        if (slope.Of != Activation.Gelu) yield break;
        foreach (Edit edit in Approximations(place, z)) yield return edit;
    }

    private static IEnumerable<Edit> Approximations(EditPlace place, Term z)
    {
        Edit Of(string says, bool isRounded, Func<Term> term) => place.Edited(
            Mistake.WrongDerivative, isRounded ? 1.5 : 1.2, $"this is the derivative of GELU's approximation by {says}", _ => term());
        foreach (double k in WithRounded(OfSigmoid))
            yield return Of($"σ({RoundedNumbers.Text(k)} z)", k != OfSigmoid, () => Approximated(z, BySigmoid(z, k)));
        foreach (double c in WithRounded(OfTanh))
        {
            foreach (double cubic in WithRounded(OfCube))
            {
                string[] rounded =
                [
                    .. c == OfTanh ? (string[])[] : [$"{RoundedNumbers.Text(c)} for √(2/π)"],
                    .. cubic == OfCube ? (string[])[] : [$"{RoundedNumbers.Text(cubic)} for {RoundedNumbers.Text(OfCube)}"],
                ];
                yield return Of(
                    rounded.Length == 0 ? "tanh" : $"tanh, with {string.Join(" and ", rounded)}", rounded.Length > 0,
                    () => Approximated(z, ByTanh(z, c, cubic)));
            }
        }
    }

    private static IEnumerable<double> WithRounded(double constant) => RoundedNumbers.Of(constant).Prepend(constant);

    private static (Term Share, Term Slope) BySigmoid(Term z, double k)
    {
        Term share = (k * z).Of(Sigmoid);
        return (share, k * share * (1.0 - share));
    }

    private static (Term Share, Term Slope) ByTanh(Term z, double c, double cubic)
    {
        Term t = (c * (z + cubic * z * z * z)).Of(Tanh);
        return (0.5 * (1.0 + t), 0.5 * c * (1.0 - t.Of(Square)) * (1.0 + 3 * cubic * z.Of(Square)));
    }

    private static Term Approximated(Term z, (Term Share, Term Slope) of) => of.Share + z * of.Slope;

    /// <summary>The derivative of a function of the way forward that stands in a step where it had cancelled or
    /// stood already.</summary>
    private static IEnumerable<Edit> Repeated(EditPlace place)
    {
        foreach ((Step step, Term part) in Functions(place))
        {
            if (!part.Shape.SequenceEqual(place.Term.Shape)) continue;
            string text = TermText.Of(part);
            Edit Once(Func<Term, Term> change) => place.Edited(
                Mistake.RepeatedDerivative, 1.3,
                    $"the derivative of {text} is multiplied into {place.Step.Name} once too often", change);
            if (part.Function is Sigmoid or Softmax) yield return Once(term => Term.Product([term, part, 1.0 - part]));
            if (part.Function == Softmax)
            {
                yield return Once(term => part * (term - (part * term).SumAlong(1, keeps: true)));
            }
            if (part.Function == Tanh) yield return Once(term => term * (1.0 - part.Of(Square)));
            if (part.Function == Relu) yield return Once(term => term * part.Of(Positive));
        }
    }

    private static IEnumerable<(Step, Term)> Functions(EditPlace place) =>
        from one in EditPlace.In(place.Steps)
        where one.Term.Kind == TermKind.Function && one.Step.Index <= place.Step.Index && one.Step.Slope is null
        select (one.Step, one.Term);
}
