namespace MlMaths.Torch.Calculus;

/// <summary>
/// Reads from differences at several steps what is behind two derivatives a and r of one coordinate (or direction).
///
/// <code>
/// |d(h) − a|  ≈  h²/6 · |L'''|  +  ε|L|/h         the V: truncation falls with slope 2, rounding rises with slope −1
/// </code>
/// <para>If a is right, the error falls where h leaves the branch that it lies on: to shorter steps from truncation, to longer ones
/// from rounding. If a is wrong, it stays where it is, at the size of the mistake. If a kink lies within θ ± h, d mixes two
/// slopes; signs that change between both ends tell, and a shorter step may get off it.</para>
/// </summary>
internal sealed class AnswerJudge(MovedLoss loss, Precision precision, double gradientSize)
{
    private const int Decades = 3;

    // A coordinate far below the others is only known as well as they are.
    private const double MinShare = 1e-2, MinShareOfDerivatives = 1e-3;

    // Ten roundings of the loss: it is a sum of many.
    private const double Roundings = 10;

    /// <summary>Judges one coordinate, or the slope along a direction.</summary>
    /// <param name="name">Name of the parameter or direction.</param>
    /// <param name="index">Within it.</param>
    /// <param name="v">Which way θ is moved.</param>
    /// <param name="a">By hand.</param>
    /// <param name="r">By autograd.</param>
    public CheckedCoordinate Judge(string name, int index, IReadOnlyList<Component> v, double a, double r)
    {
        double h = DefaultStep(v);
        (double d, bool crosses) = loss.Slope(v, h);
        bool derivativesAgree = Math.Abs(a - r) <= precision.DerivativeTolerance * Math.Max(
            Math.Max(Math.Abs(a), Math.Abs(r)), MinShareOfDerivatives * gradientSize);
        if (derivativesAgree && !crosses && Math.Abs(d - a) <= Allowed(a, d))
        {
            return new CheckedCoordinate(name, index, a, r, d, CoordinateLabel.Agrees, WrongAnswer.None,
                [new StepError(h, Math.Abs(d - a), false)]);
        }

        // A mistake that the usual step can see needs no other.
        if (!derivativesAgree && !crosses && Nearer(a, r, Math.Abs(d - a), Math.Abs(d - r)) is { } alone)
            return new CheckedCoordinate(name, index, a, r, d, CoordinateLabel.Wrong, alone, [new StepError(h, Math.Abs(d - a), false)]);

        SweptSlope[] sweep = Sweep(v, h);
        (CoordinateLabel label, WrongAnswer wrong) = derivativesAgree ? Explain(a, d, h, crosses, sweep, v) : Accuse(a, r, sweep, v);
        return new CheckedCoordinate(name, index, a, r, d, label, wrong,
            [.. sweep.Select(one => new StepError(one.Step, Math.Abs(one.Slope - a), one.Crosses))]);
    }

    /// <summary>The error at every step, longest first.</summary>
    public IReadOnlyList<StepError> Curve(int coordinate, double a, int decades, int perDecade)
    {
        Component[] v = [new(coordinate, 1)];
        double usual = DefaultStep(v);
        return
        [
            .. Enumerable.Range(-decades * perDecade, 2 * decades * perDecade + 1).Select(k =>
            {
                double h = usual * Math.Pow(10, -(double)k / perDecade);
                (double slope, bool crosses) = loss.Slope(v, h);
                return new StepError(h, Math.Abs(slope - a), crosses);
            }),
        ];
    }

    private double DefaultStep(IReadOnlyList<Component> v) =>
        precision.DefaultStep * (v.Count == 1 ? Math.Max(1, Math.Abs(loss.At[v[0].Coordinate])) : 1);

    private double Allowed(double a, double d) =>
        precision.DifferenceTolerance * Math.Max(Math.Max(Math.Abs(a), Math.Abs(d)), MinShare * gradientSize);

    // A small loss is made of numbers near 1, and has their rounding: ln Σ e^z − z.
    private double Noise(double h) => Roundings * precision.Epsilon * Math.Max(1, Math.Abs(loss.Here)) / h;

    private SweptSlope[] Sweep(IReadOnlyList<Component> v, double usual) =>
    [
        .. Enumerable.Range(-Decades, 2 * Decades + 1).Select(k =>
        {
            double h = usual * Math.Pow(10, -k);
            (double slope, bool crosses) = loss.Slope(v, h);
            return new SweptSlope(h, slope, crosses);
        }),
    ];

    /// <summary>Both derivatives agree, and the usual difference does not, or has a kink in it.</summary>
    private (CoordinateLabel Label, WrongAnswer Wrong) Explain(
        double a, double d, double h, bool crosses, SweptSlope[] sweep,
        IReadOnlyList<Component> v)
    {
        if (crosses)
            return IsSlopeBesideKink(a, sweep, v) ? (CoordinateLabel.Kink, WrongAnswer.None) : (CoordinateLabel.Wrong, WrongAnswer.Both);

        double error = Math.Abs(d - a), allowed = Allowed(a, d);
        if (error <= Noise(h))
            return (CoordinateLabel.Rounding, WrongAnswer.None);
        SweptSlope[] better =
            [.. sweep.Where(one => !one.Crosses
                && Math.Abs(one.Slope - a) < error / 3
                && Math.Abs(one.Slope - a) <= allowed + Noise(one.Step))];
        if (better.Any(one => one.Step < h))
            return (CoordinateLabel.Truncation, WrongAnswer.None);
        return better.Length > 0 ? (CoordinateLabel.Rounding, WrongAnswer.None) : (CoordinateLabel.Wrong, WrongAnswer.Both);
    }

    /// <summary>The derivatives contradict each other: whoever the differences come nearer to is right.</summary>
    private (CoordinateLabel Label, WrongAnswer Wrong) Accuse(
        double a, double r, SweptSlope[] sweep, IReadOnlyList<Component> v)
    {
        if (sweep.All(one => one.Crosses))
        {
            bool handMay = IsSlopeBesideKink(a, sweep, v), autogradMay = IsSlopeBesideKink(r, sweep, v);
            return (handMay, autogradMay) switch
            {
                (true, true) => (CoordinateLabel.Kink, WrongAnswer.None), // both took a slope from between the two sides
                (false, true) => (CoordinateLabel.Wrong, WrongAnswer.Hand),
                (true, false) => (CoordinateLabel.Wrong, WrongAnswer.Autograd),
                (false, false) => (CoordinateLabel.Wrong, WrongAnswer.Both),
            };
        }

        SweptSlope[] smooth = [.. sweep.Where(one => !one.Crosses)];
        double toHand = smooth.Min(one => Math.Abs(one.Slope - a)), toAutograd = smooth.Min(one => Math.Abs(one.Slope - r));
        // Nearer to each other than differences can see: the one that is nearer to them.
        WrongAnswer fallback = Math.Min(toHand, toAutograd) >= Math.Abs(a - r) / 3 ? WrongAnswer.Both
            : toHand < toAutograd ? WrongAnswer.Autograd
            : WrongAnswer.Hand;
        return (CoordinateLabel.Wrong, Nearer(a, r, toHand, toAutograd) ?? fallback);
    }

    /// <summary>Who stands alone, where differences lie clearly with the other.</summary>
    private static WrongAnswer? Nearer(double a, double r, double toHand, double toAutograd)
    {
        double third = Math.Abs(a - r) / 3;
        return (toHand < third, toAutograd < third) switch
        {
            (true, false) => WrongAnswer.Autograd,
            (false, true) => WrongAnswer.Hand,
            _ => null,
        };
    }

    /// <summary>Off the kink, a must be the slope there; where no step gets off it, a must lie between the slopes of both sides.</summary>
    private bool IsSlopeBesideKink(
        double a, SweptSlope[] sweep, IReadOnlyList<Component> v)
    {
        if (sweep.Any(one => !one.Crosses))
            return sweep.Any(one => !one.Crosses && Math.Abs(one.Slope - a) <= Allowed(a, one.Slope) + Noise(one.Step));

        double h = sweep[^1].Step;
        (double above, double below) = loss.OneSided(v, h);
        double room = Allowed(a, Math.Max(Math.Abs(above), Math.Abs(below))) + 2 * Noise(h);
        return a >= Math.Min(above, below) - room && a <= Math.Max(above, below) + room;
    }
}

/// <summary>The slope of the loss that a difference of one step length sees, and whether that step crosses a kink.</summary>
internal readonly record struct SweptSlope(double Step, double Slope, bool Crosses);
