using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise09;

/// <summary>One entry of a tape.</summary>
/// <param name="Op"><c>x</c> for an input, <c>+</c>, <c>*</c>, <c>tanh</c> or <c>log</c>.</param>
/// <param name="A">The number of the input, or the entry that it takes.</param>
/// <param name="B">The second entry that it takes, where there is one.</param>
internal sealed record TapeEntry(string Op, int A, int B)
{
    public bool HasTwo => Op is "+" or "*";

    public override string ToString() => $"(\"{Op}\", {A}, {B})";
}

/// <summary>
/// A tape played forwards and backwards, rightly or with slips.
/// <code>
/// v = a + b      ā += v̄           b̄ += v̄
/// v = a · b      ā += v̄ · b       b̄ += v̄ · a
/// v = tanh a     ā += v̄ (1 − v²)
/// v = log a      ā += v̄ / a
/// </code>
/// v̄ is how much the last entry changes with v; that of the last entry itself is 1, and the tape is played from its end.
/// </summary>
internal static class Played
{
    public static double[] Values(IReadOnlyList<TapeEntry> tape, double[] inputs, IReadOnlySet<string>? slips = null)
    {
        var v = new double[tape.Count];
        foreach ((int k, TapeEntry entry) in tape.Index())
        {
            v[k] = entry.Op switch
            {
                "x" => slips?.Contains("entry-for-input") == true ? inputs[Math.Min(k, inputs.Length - 1)] : inputs[entry.A],
                "+" => slips?.Contains("multiplied") == true ? v[entry.A] * v[entry.B] : v[entry.A] + v[entry.B],
                "*" => slips?.Contains("added") == true ? v[entry.A] + v[entry.B] : v[entry.A] * v[entry.B],
                "tanh" => slips?.Contains("tan") == true ? Math.Tan(v[entry.A])
                    : slips?.Contains("sigmoid") == true ? 1 / (1 + Math.Exp(-v[entry.A])) : Math.Tanh(v[entry.A]),
                _ => slips?.Contains("log-to-ten") == true ? Math.Log10(v[entry.A])
                    : slips?.Contains("log-to-two") == true ? Math.Log2(v[entry.A]) : Math.Log(v[entry.A]),
            };
        }

        return v;
    }

    /// <summary>From 0 everywhere, or from what stood there before.</summary>
    public static double[] Backward(IReadOnlyList<TapeEntry> tape, double[] v, IReadOnlySet<string> slips, double[]? before = null)
    {
        var g = new double[tape.Count];
        if (slips.Contains("not-cleared") && before is not null) before.CopyTo(g, 0);
        if (slips.Contains("all-ones")) Array.Fill(g, 1);
        g[^1] = slips.Contains("seed-zero") ? 0 : slips.Contains("seed-value") ? v[^1]
            : slips.Contains("seed-added") && before is not null ? before[^1] + 1 : 1;
        bool fromFirst = slips.Contains("first-to-last");
        for (int step = 0; step < tape.Count; step++)
        {
            int k = fromFirst ? step : tape.Count - 1 - step;
            (TapeEntry entry, double own) = (tape[k], slips.Contains("chain-left-out") ? 1 : g[k]);
            bool isLast = k == tape.Count - 1;
            if (entry.Op == "x" || (isLast && slips.Contains("last-skipped")) || (!isLast && slips.Contains("newest-alone"))) continue;
            (double a, double b) = Local(entry, v, k, slips);
            Give(entry, entry.A, own * a);
            if (entry.HasTwo && !slips.Contains("second-left-out")) Give(entry, entry.B, own * b);
        }

        return g;

        void Give(TapeEntry by, int to, double what)
        {
            string some = by.Op switch { "*" => "overwrites-in-products", "+" => "overwrites-in-sums", _ => "overwrites-in-functions" };
            if (slips.Contains("overwrites") || slips.Contains(some)) g[to] = what;
            else g[to] += what;
        }
    }

    private static (double A, double B) Local(TapeEntry entry, double[] v, int k, IReadOnlySet<string> slips)
    {
        (double a, double b) = (v[entry.A], entry.HasTwo ? v[entry.B] : 0);
        switch (entry.Op)
        {
            case "+":
                return slips.Contains("sum-as-values") ? (a, b) : (1, 1);
            case "*":
                return slips.Contains("own-factor") ? (a, b) : slips.Contains("product-as-sum") ? (1, 1) : (b, a);
            case "tanh":
                double t = slips.Contains("tanh-from-z") ? a : slips.Overlaps(["tanh-twice", "at-output"]) ? Math.Tanh(v[k]) : v[k];
                return (slips.Contains("tanh-not-squared") ? 1 - t : slips.Contains("tanh-as-sigmoid") ? t * (1 - t) : 1 - t * t, 0);
            default:
                return (1 / (slips.Overlaps(["log-at-output", "at-output"]) ? v[k] : a), 0);
        }
    }
}

/// <summary>A tape, its inputs, and what stands in the gradients from some time before.</summary>
internal sealed record Taped(TapeEntry[] Tape, double[] Inputs, double[] Before)
{
    public (string, int, int)[] AsTuples => [.. Tape.Select(entry => (entry.Op, entry.A, entry.B))];

    public static Taped Drawn(Random random) => Of(random.Next(3, 9), random, clean: true);

    public static Taped WithRemains(Random random) => Of(random.Next(3, 9), random, clean: false);

    /// <summary>Every entry takes the one before it, and most of them twice.</summary>
    public static Taped Reused(Random random)
    {
        List<TapeEntry> tape = [new("x", 0, 0)];
        for (int k = 1; k <= 14; k++)
            tape.Add(random.Next(4) == 0 ? new("tanh", k - 1, 0) : new("+", k - 1, k - 1));
        return With([.. tape], [random.Next(1, 9) / 10.0], random, clean: false);
    }

    /// <summary>A drawn tape: logarithms of what is above 0.2 only, and no value beyond ±20.</summary>
    private static Taped Of(int steps, Random random, bool clean)
    {
        int count = random.Next(1, 3);
        double[] inputs = [.. Enumerable.Range(0, count).Select(_ => (random.Next(3) == 0 ? -1 : 1) * random.Next(3, 25) / 10.0)];
        List<TapeEntry> tape = [.. inputs.Select((_, i) => new TapeEntry("x", i, 0))];
        while (tape.Count < count + steps)
        {
            // mostly of the newest, so that the last entry depends on many
            int a = random.Next(3) == 0 ? random.Next(tape.Count) : tape.Count - 1, b = random.Next(tape.Count);
            double[] v = Played.Values(tape, inputs);
            TapeEntry next = random.Next(4) switch
            {
                0 => new("+", a, b),
                1 => new("*", a, b),
                2 => new("tanh", a, 0),
                _ when v[a] > 0.2 => new("log", a, 0),
                _ => new("*", a, a),
            };
            if (Math.Abs(Played.Values([.. tape, next], inputs)[^1]) is > 0.05 and < 20) tape.Add(next);
        }

        return With([.. tape], inputs, random, clean);
    }

    public IEnumerable<Taped> Simpler()
    {
        for (int length = Inputs.Length + 1; length < Tape.Length; length++)
            yield return this with { Tape = Tape[..length], Before = Before[..length] };
    }

    public string Shown(bool withValues) => $"tape = [{string.Join(", ", Tape.Select(entry => entry.ToString()))}], "
        + (withValues
            ? $"values = {Written.Of(Played.Values(Tape, Inputs))}, gradients = {Written.Of(Before)} from before"
            : $"inputs = {Written.Of(Inputs)}");

    private static Taped With(TapeEntry[] tape, double[] inputs, Random random, bool clean) => new(
        tape, inputs, [.. tape.Select(_ => clean ? 0 : random.Next(-30, 31) / 10.0)]);
}
