using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// One operation that a tape knows: its value and, beside it, its derivative with respect to each operand, as numbers and as
/// a formula. On vectors it is done element by element; one that adds up makes a single number of them.
/// </summary>
public sealed class Operation
{
    private Operation(
        string name, string inWords, int operands, string formula, IReadOnlyList<string> slopeFormulas,
        Func<double, double, double> value, Func<double, double, double, (double, double)> slopes)
    {
        (Name, InWords, Operands, Formula, SlopeFormulas, Value, Slopes) = (name, inWords, operands, formula, slopeFormulas, value, slopes);
    }

    /// <summary>As it is written in an expression.</summary>
    public string Name { get; }

    /// <summary>What a sentence calls it.</summary>
    public string InWords { get; }

    /// <summary>One or two.</summary>
    public int Operands { get; }

    /// <summary>Whether the results of all elements are added up to one number.</summary>
    public bool AddsUp { get; private init; }

    /// <summary>Where it has no value, or no single slope, in words; null where it is smooth.</summary>
    internal Func<double, double, string?> Trouble { get; private init; } = (_, _) => null;

    /// <summary>
    /// What is taken for the slope by b where its formula has no value, in words; null where there is nothing to say.
    /// </summary>
    internal Func<double, double, string?> TroubleByB { get; private init; } = (_, _) => null;

    /// <summary>Whether the value is not 0, whatever a computer makes of it.</summary>
    internal Func<double, double, bool> IsNeverZero { get; private init; } = (_, _) => false;

    /// <summary>The operation in letters: {0} and {1} for the operands.</summary>
    internal string Formula { get; }

    /// <summary>Its derivatives in letters, one for each operand: {2} stands for the result.</summary>
    internal IReadOnlyList<string> SlopeFormulas { get; }

    /// <summary>y from a and b; b is 0 where there is one operand.</summary>
    internal Func<double, double, double> Value { get; }

    /// <summary>∂y/∂a and ∂y/∂b from a, b and y.</summary>
    internal Func<double, double, double, (double, double)> Slopes { get; }

    /// <summary>The functions that an expression calls by name.</summary>
    public static IReadOnlyList<Operation> Functions { get; } =
    [
        new("exp", "exponential", 1, "exp({0})", ["{2}"], (a, _) => Math.Exp(a), (_, _, y) => (y, 0)) { IsNeverZero = (_, _) => true },
        Logarithm("log", "natural logarithm", "1/{0}", Math.Log, a => 1 / a),
        Logarithm("log10", "logarithm to base 10", "1/({0} · ln 10)", Math.Log10, a => 1 / (a * Math.Log(10))),
        Logarithm("log2", "logarithm to base 2", "1/({0} · ln 2)", Math.Log2, a => 1 / (a * Math.Log(2))),
        Of("sqrt", "square root", "1/(2 · {2})", Math.Sqrt, (_, y) => 1 / (2 * y), a => a switch
        {
            0 => "the square root rises without limit at 0: it has a value there, but no slope",
            < 0 => "a negative number has no square root",
            _ => null,
        }),
        Of("sin", "sine", "cos({0})", Math.Sin, (a, _) => Math.Cos(a)),
        Of("cos", "cosine", "−sin({0})", Math.Cos, (a, _) => -Math.Sin(a)),
        Of("tanh", "hyperbolic tangent", "1 − {2}²", Math.Tanh, (_, y) => 1 - y * y),
        new(
            "sigmoid", "sigmoid σ", 1, "sigmoid({0})", ["{2} · (1 − {2})"],
            (a, _) => Logit.Probability(a), (_, _, y) => (y * (1 - y), 0))
        {
            IsNeverZero = (_, _) => true,
        },
        Of("relu", "rectifier max(0, ·)", "1 if {0} > 0, else 0", a => Math.Max(a, 0), (a, _) => a > 0 ? 1 : 0,
            a => a == 0 ? "relu has a kink at 0, with slope 0 on the left and 1 on the right: 0 is used, as "
                + "autograd does" : null),
        // of no number, no sign
        Of("abs", "absolute value", "sign of {0}", Math.Abs, (a, _) => a > 0 ? 1 : a < 0 ? -1 : a,
            a => a == 0 ? "abs has a kink at 0, with slope −1 on the left and 1 on the right: 0 is used, as "
                + "autograd does" : null),
        Extreme("max", "the larger", ">", Math.Max),
        Extreme("min", "the smaller", "<", Math.Min),
        new("sum", "sum of the elements", 1, "sum({0})", ["1"], (a, _) => a, (_, _, _) => (1, 0)) { AddsUp = true },
        new("dot", "dot product", 2, "dot({0}, {1})", ["{1}", "{0}"], (a, b) => a * b, (a, b, _) => (b, a)) { AddsUp = true },
    ];

    /// <summary>a + b</summary>
    public static Operation Add { get; } = new("+", "sum", 2, "{0} + {1}", ["1", "1"], (a, b) => a + b, (_, _, _) => (1, 1));

    /// <summary>a − b</summary>
    public static Operation Subtract { get; } = new(
        "-", "difference", 2, "{0} − {1}", ["1", "−1"], (a, b) => a - b, (_, _, _) => (1, -1));

    /// <summary>a · b</summary>
    public static Operation Multiply { get; } = new("*", "product", 2, "{0} · {1}", ["{1}", "{0}"], (a, b) => a * b, (a, b, _) => (b, a))
    {
        IsNeverZero = (a, b) => a != 0 && b != 0,
    };

    /// <summary>a / b</summary>
    public static Operation Divide { get; } = new(
        "/", "quotient", 2, "{0} / {1}", ["1/{1}", "−{0}/{1}²"], (a, b) => a / b, (_, b, y) => (1 / b, -y / b))
    {
        Trouble = (a, b) => b != 0 ? null : a == 0 ? "0 divided by 0 has no value" : "a division by 0 has no value",
        IsNeverZero = (a, _) => a != 0,
    };

    /// <summary>a to the power of b</summary>
    // A constant power 0 has slope 0 even at a = 0, and 0^b stays 0 for every b > 0: the limits, where the formulas say 0 · ∞.
    public static Operation Power { get; } = new(
        "^", "power", 2, "{0}^{1}", ["{1} · {0}^({1} − 1)", "{2} · ln {0}"], Math.Pow,
        (a, b, y) => (b == 0 ? 0 : b * Math.Pow(a, b - 1), a == 0 && b >= 0 ? 0 : y * Math.Log(a)))
    {
        Trouble = (a, b) => a switch
        {
            0 when b == 0 => "0^0 is 1 here, the limit of a^0, although 0^b is 0 for every b above 0; its slopes "
                + "are 0 "
                + "where the formulas say 0 · 0^(−1) and 1 · ln 0, which have no value",
            0 when b < 0 => "0 has no negative power: it would be a division by 0",
            0 when b > 0 && b < 1 => "this power rises without limit at 0: it has a value there, but no slope",
            < 0 when b != Math.Floor(b) => "a negative number can only be raised to a whole power",
            _ => null,
        },
        TroubleByB = (a, b) => a == 0 && b > 0
            ? "0 · ln 0, its slope by the exponent, has no value: 0 is used, as 0^b stays 0 for every b above 0"
            : a < 0 ? "a negative number has a power only at whole exponents: there is a value here, but no slope by the exponent" : null,
        IsNeverZero = (a, _) => a != 0,
    };

    /// <summary>−a</summary>
    public static Operation Negate { get; } = new("-", "negative", 1, "−{0}", ["−1"], (a, _) => -a, (_, _, _) => (-1, 0));

    /// <summary>The function of that name.</summary>
    public static Operation Function(string name) => Functions.Single(function => function.Name == name);

    private static Operation Of(
        string name, string inWords, string slope, Func<double, double> value, Func<double, double, double> slopeAt,
        Func<double, string?>? trouble = null) =>
        new(name, inWords, 1, name + "({0})", [slope], (a, _) => value(a), (a, _, y) => (slopeAt(a, y), 0))
        {
            Trouble = (a, _) => trouble?.Invoke(a),
        };

    private static Operation Logarithm(
        string name, string inWords, string slope, Func<double, double> value, Func<double, double> slopeAt) =>
        Of(name, inWords, slope, value, (a, _) => slopeAt(a), a => a switch
        {
            0 => $"{name}(0) has no value: the logarithm falls without limit towards 0",
            < 0 => "a negative number has no logarithm",
            _ => null,
        });

    private static Operation Extreme(string name, string inWords, string sign, Func<double, double, double> value) => new(
        name, inWords, 2, name + "({0}, {1})", [$"1 if {{0}} {sign} {{1}}, else 0", $"1 if {{1}} {sign} {{0}}, else 0"], value,
        (a, b, y) => a == b ? (0.5, 0.5) : a == y ? (1, 0) : (0, 1))
    {
        Trouble = (a, b) => a == b ? $"{name} has a kink where both sides are equal: each gets half of the slope, as "
            + $"in autograd" : null,
    };
}
