using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise09;

/// <summary><c>Backward(tape, values, gradients)</c>: how much the last entry changes with each.</summary>
internal static class BackwardTask
{
    private static readonly Slip[] Slips =
    [
        new("overwrites", "when a gradient is set where another use has already left something: = for +=", "="),
        new("overwrites-in-products", "when * sets a gradient where another use has already left something: = for +=", "* values|\"*\"|*"),
        new("overwrites-in-sums", "when + sets a gradient where another use has already left something: = for +=", "\"+\""),
        new("overwrites-in-functions", "when tanh and log set a gradient where another use has already left something: = for +=",
            "1 -|tanh"),
        new("first-to-last", "when the tape is played from the front: an entry passes on what it has not got yet", "for"),
        new("not-cleared", "when what stood in the gradients before is not cleared", "="),
        new("seed-zero", "when the last entry's own gradient is 0: everything is multiplied by it", "1"),
        new("seed-value", "when the last entry's value stands where its gradient, 1, should", "values"),
        new("seed-added", "when 1 is added to what stood at the last entry from before", "+="),
        new("all-ones", "when all gradients begin at 1, and not the last alone", "Fill|1"),
        new("chain-left-out", "when only the slope of the operation is passed on, and not times what the entry itself has got", "="),
        new("last-skipped", "when the last entry is skipped: it passes nothing on, and all others get nothing", "for"),
        new("newest-alone", "when only the last entry passes something on", "for"),
        new("second-left-out", "when the second entry that + and * take gets nothing", "B"),
        new("own-factor", "when a factor of a product gets its own value, and not the other's", "* values|*"),
        new("product-as-sum", "when a product passes on as a sum does", "* values|\"*\"|*"),
        new("sum-as-values", "when a sum passes on the values", "+"),
        new("tanh-from-z", "from 1 − z², with what goes into tanh: what comes out belongs there", "1 -|tanh"),
        new("tanh-twice", "when tanh is taken once more of its own value", "Tanh"),
        new("tanh-not-squared", "from 1 − tanh, without the square", "1 -"),
        new("tanh-as-sigmoid", "with the slope of the logistic function, v (1 − v)", "1 -"),
        new("log-at-output", "when 1 is divided by the logarithm, and not by what it is taken of", "log|/"),
        new("at-output", "when slopes are taken at what an operation gives, and not at what it is given", "values"),
    ];

    public static MethodTask<Taped, double[]?> Ordinary { get; } = Task(
        new("the last entry changes by 1 when it changes by 1", Taped.Drawn,
            (at, came, _) => Of(at, came) is { } g && ValuesTask.IsNear(g[^1], 1)),
        new("what the last entry does not depend on has a gradient of 0", Taped.Drawn, UnusedIsZero),
        new("what stood in the gradients before does not matter", Taped.WithRemains, (at, came, again) =>
            ValuesTask.AreNear(came.Value, again(at with { Before = new double[at.Before.Length] }).Value)),
        new("a small change of any entry changes the last one by that much times its gradient", Taped.Drawn, IsSlope));

    public static MethodTask<Taped, double[]?> Reuse { get; } = Task(
        new Property<Taped,
            double[]?>("a small change of any entry changes the last one by that much times its gradient, along all ways that lead there",
            Taped.Reused, IsSlope)
        {
            Draws = 5,
        });

    private static MethodTask<Taped, double[]?> Task(params IReadOnlyList<Property<Taped, double[]?>> properties) => new(
        "Backward", "void Backward((string Op, int A, int B)[] tape, double[] values, double[] gradients)",
        Bound, properties, at => at.Shown(withValues: true))
    {
        Simpler = at => at.Simpler(),
        Probes = [Taped.WithRemains],
        Slips = Slips,
        Slipped = (at, slips) => Played.Backward(at.Tape, Played.Values(at.Tape, at.Inputs), slips, at.Before),
        Same = ValuesTask.AreNear,
        Written = value => value is null ? "null" : $"gradients = {Written.Of(value)}",
    };

    private static Func<Taped, double[]?>? Bound(MethodInfo method)
    {
        Func<(Taped At, double[] Own), object?>? own = Binding.Of<(Taped At, double[] Own), object?>(
            method, [typeof((string, int, int)[]), typeof(double[]), typeof(double[])],
            call => [call.At.AsTuples, Played.Values(call.At.Tape, call.At.Inputs), call.Own], returned =>
                returned);
        if (own is null) return null;
        return at =>
        {
            var gradients = (double[])at.Before.Clone();
            own((at, gradients));
            return gradients;
        };
    }

    private static double[]? Of(Taped at, Outcome<double[]?> came) => came.Value is { } g && g.Length == at.Tape.Length ? g : null;

    private static bool UnusedIsZero(Taped at, Outcome<double[]?> came, Func<Taped, Outcome<double[]?>> again)
    {
        var isUsed = new bool[at.Tape.Length];
        isUsed[^1] = true;
        for (int k = at.Tape.Length - 1; k >= 0; k--)
        {
            if (!isUsed[k] || at.Tape[k].Op == "x") continue;
            isUsed[at.Tape[k].A] = true;
            if (at.Tape[k].HasTwo) isUsed[at.Tape[k].B] = true;
        }

        return Of(at, came) is { } g && g.Zip(isUsed).All(pair => pair.Second || pair.First == 0);
    }

    // Forwards, one entry at a time: the tangent of each later entry, by another way than the one that is asked for.
    private static bool IsSlope(Taped at, Outcome<double[]?> came, Func<Taped, Outcome<double[]?>> again)
    {
        double[] v = Played.Values(at.Tape, at.Inputs);
        return Of(at, came) is { } g && Enumerable.Range(0, v.Length).All(from => ValuesTask.IsNear(g[from], Tangent(at.Tape, v, from)));
    }

    private static double Tangent(TapeEntry[] tape, double[] v, int from)
    {
        var t = new double[tape.Length];
        t[from] = 1;
        for (int k = from + 1; k < tape.Length; k++)
        {
            (string op, int a, int b) = tape[k];
            t[k] = op switch
            {
                "x" => 0,
                "+" => t[a] + t[b],
                "*" => t[a] * v[b] + v[a] * t[b],
                "tanh" => t[a] * (1 - v[k] * v[k]),
                _ => t[a] / v[a],
            };
        }

        return t[^1];
    }
}
