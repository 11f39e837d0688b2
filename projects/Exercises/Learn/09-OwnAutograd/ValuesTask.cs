using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise09;

/// <summary><c>Values(tape, inputs)</c>: the tape played forwards.</summary>
internal static class ValuesTask
{
    // A dozen operations in float32.
    public const double Tolerance = 2e-5;

    public static MethodTask<Taped, double[]?> Task { get; } = new(
        "Values", "double[] Values((string Op, int A, int B)[] tape, double[] inputs)",
        method => Binding.Of<Taped, double[]?>(
            method, [typeof((string, int, int)[]), typeof(double[])], at => [at.AsTuples, at.Inputs.Clone()], Table.Row),
        [
            new("there is one value for each entry", Taped.Drawn, (at, came, _) => came.Value?.Length == at.Tape.Length),
            new("an entry \"x\" has the value of the input that it names", Taped.Drawn, (at, came, _) => Holds(at, came, "x")),
            new("an entry \"+\" is the sum of the two that it takes", Taped.Drawn, (at, came, _) => Holds(at, came, "+")),
            new("an entry \"*\" is the product of the two that it takes", Taped.Drawn, (at, came, _) => Holds(at, came, "*")),
            new("an entry \"tanh\" is (e^a − e^−a) / (e^a + e^−a) of the one that it takes", Taped.Drawn,
                (at, came, _) => Holds(at, came, "tanh")),
            new("e to the power of an entry \"log\" is the one that it takes", Taped.Drawn, (at, came, _) => Holds(at, came, "log")),
        ],
        at => at.Shown(withValues: false))
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("entry-for-input", "when the place on the tape is taken for the number of the input", "inputs"),
            new("multiplied", "when + multiplies", "+"),
            new("added", "when * adds", "*"),
            new("tan", "from the tangent: tanh is another function", "Tan"),
            new("sigmoid", "from the logistic function in place of tanh", "Exp"),
            new("log-to-ten", "with the logarithm to base 10", "Log10"),
            new("log-to-two", "with the logarithm to base 2", "Log2"),
        ],
        Slipped = (at, slips) => Played.Values(at.Tape, at.Inputs, slips),
        Same = AreNear,
        Written = value => value is null ? "null" : Written.Of(value),
    };

    public static bool AreNear(double[]? one, double[]? other) => one is not null && other is not null && one.Length == other.Length
        && one.Zip(other).All(pair => IsNear(pair.First, pair.Second));

    public static bool IsNear(double one, double right) => one.Equals(right) || Math.Abs(one - right) <= Tolerance * (1 + Math.Abs(right));

    // By the learner's own values of what it takes, so that the first wrong entry is the one that is told.
    private static bool Holds(Taped at, Outcome<double[]?> came, string op)
    {
        if (came.Value is not { } values || values.Length != at.Tape.Length) return false;
        return at.Tape.Index().Where(one => one.Item.Op == op).All(one =>
        {
            (double a, double b) = op == "x" ? (0, 0) : (values[one.Item.A], values[one.Item.B]);
            double right = op switch
            {
                "x" => at.Inputs[one.Item.A],
                "+" => a + b,
                "*" => a * b,
                "tanh" => Math.Tanh(a),
                _ => Math.Log(a),
            };
            return IsNear(values[one.Index], right);
        });
    }
}
