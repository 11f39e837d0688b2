using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise12;

/// <summary>What a search chose with each of some seeds.</summary>
internal sealed record Choices(double[] Rates, int[] Widths)
{
    /// <summary>Every rate a little off, and no two just a factor of 3 apart.</summary>
    public static Choices Drawn(Random random)
    {
        double[] rates = [0.002, 0.004, 0.01, 0.03, 0.2];
        while (true)
        {
            int count = random.Next(4, 8);
            Choices drawn = new(
                [.. Enumerable.Range(0, count).Select(_ =>
                    Math.Round(rates[random.Next(rates.Length)] * (1 + 0.05 * Math.Max(0, random.NextDouble() - 0.5)), 6))],
                [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0 ? 4 : 8)]);
            if (drawn.IsClear()) return drawn;
        }
    }

    public static Choices TooFew(Random random) => Drawn(random) is var drawn && random.Next(2) == 0
        ? new([.. drawn.Rates.Take(1)], [.. drawn.Widths.Take(1)]) : new([], []);

    public IEnumerable<Choices> Simpler() => Simplify.Without(Rates.Length, least: 3)
        .Select(kept => new Choices([.. kept.Select(i => Rates[i])], [.. kept.Select(i => Widths[i])]));

    public override string ToString()
    {
        string chosen = string.Join(", ", Rates.Zip(Widths, (rate, width) => $"({Written.Of(rate)}, {width})"));
        return $"the search chooses {chosen} with the seeds [{string.Join(", ", Enumerable.Range(1, Rates.Length))}]";
    }

    private bool IsClear() => Rates.All(one => Rates.All(other =>
        Math.Abs(Math.Log(one / other)) is var far && (far < 0.95 * Math.Log(3) || far > 1.05 * Math.Log(3))));
}

/// <summary><c>Agreement(search, seeds)</c>: the share of pairs of seeds that choose the same.</summary>
internal static class AgreementTask
{
    private const double Rounding = 1e-6;

    public static MethodTask<Choices, double?> Task { get; } = new(
        "Agreement", "double? Agreement(Func<int, (double Rate, int Width)> search, int[] seeds)",
        method => Binding.Of<Choices, double?>(
            method, [typeof(Func<int, (double, int)>), typeof(int[])],
            at => [(Func<int, (double, int)>)(number => (at.Rates[number - 1], at.Widths[number - 1])),
                Enumerable.Range(1, at.Rates.Length).ToArray()],
            Binding.Number),
        [
            new("it lies between 0 and 1", Choices.Drawn, (_, came, _) => came.Value is >= 0 and <= 1),
            new("where all seeds choose the same it is 1", random => Choices.Drawn(random) is var drawn
                ? new([.. drawn.Rates.Select(_ => 0.01)], [.. drawn.Widths.Select(_ => 8)]) : drawn, (_, came, _) => Near(came.Value, 1)),
            new("where all widths differ from each other it is 0", random => new([0.01, 0.01, 0.01, 0.01], [2, 4, 8, 16]),
                (_, came, _) => Near(came.Value, 0)) { Draws = 1 },
            new("the order of the seeds does not matter", Choices.Drawn, (at, came, again) => came.Value is { } share
                && Near(again(new([.. at.Rates.Reverse()], [.. at.Widths.Reverse()])).Value, share)),
            new("it is the share of pairs of two different seeds with the same width, and with rates of which neither is more than 3 times "
                + "the other", Choices.Drawn, (at, came, _) => Slipped(at, new HashSet<string>()) is { } right && Near(came.Value, right)),
            new("with fewer than two seeds there is no pair: null, NaN or an exception says so", Choices.TooFew,
                (_, came, _) => came.IsUndefined),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("against-the-first", "when all are compared with the first seed alone", "[0]"),
            new("against-the-one-before", "when each is compared with the one before it alone", "- 1|+ 1"),
            new("self-pairs", "when each seed is also compared with itself", "for|from"),
            new("pairs-twice", "when pairs are counted twice, and divided by half of that", "/"),
            new("all-or-nothing", "when it is 1 where all agree and 0 otherwise (as pairs, divided as whole numbers, are)", "All|/"),
            new("all-pairs-below", "when agreeing pairs are divided by n², and not by the number of pairs", "/"),
            new("seeds-below", "when agreeing pairs are divided by the number of seeds", "/"),
            new("counted", "when agreeing pairs are counted, and not divided", "return"),
            new("width-alone", "when only the widths are compared", "Width"),
            new("rate-alone", "when only the rates are compared", "Rate"),
            new("either", "when it is enough that width or rate is alike", "||"),
            new("exact", "when rates count as the same only where they are equal to the last digit", "=="),
            new("one-way", "when only one of the two quotients is looked at", "/"),
            new("most-frequent", "from the share of seeds that chose the most frequent width", "Max|GroupBy"),
            new("disagreement", "from the pairs that differ", "!"),
            new("zero-for-undefined", "when a share of no pairs is called 0", "? 0|: 0|return 0|Count"),
            new("one-for-undefined", "when a share of no pairs is called 1", "? 1|: 1|return 1|Count"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => Near(one, other!.Value),
        Written = Written.Of,
    };

    private static bool Near(double? one, double right) => one is { } value && Math.Abs(value - right) <= Rounding;

    private static double? Slipped(Choices at, IReadOnlySet<string> slips)
    {
        int n = at.Rates.Length;
        if (n < 2)
        {
            return slips.Contains("zero-for-undefined") ? 0 : slips.Contains("one-for-undefined") ? 1
                : slips.Contains("self-pairs") && n == 1 ? 1 : null;
        }

        if (slips.Contains("most-frequent")) return at.Widths.GroupBy(width => width).Max(group => group.Count()) / (double)n;
        IEnumerable<(int I, int J)> pairs = slips.Contains("against-the-first") ? Enumerable.Range(1, n - 1).Select(j => (0, j))
            : slips.Contains("against-the-one-before") ? Enumerable.Range(1, n - 1).Select(j => (j - 1, j))
            : slips.Contains("self-pairs") ? Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, n).Select(j => (i, j)))
            : Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j => (i, j)));
        bool[] alike = [.. pairs.Select(pair => AreAlike(at, pair.I, pair.J, slips) != slips.Contains("disagreement"))];
        double share = alike.Count(one => one) / (double)alike.Length;
        double agreeing = alike.Count(one => one);
        if (slips.Contains("all-pairs-below")) return agreeing / (n * n);
        if (slips.Contains("seeds-below")) return agreeing / n;
        if (slips.Contains("counted")) return agreeing;
        if (slips.Contains("all-or-nothing")) return alike.All(one => one) ? 1 : 0;
        return slips.Contains("pairs-twice") ? 2 * share : share;
    }

    private static bool AreAlike(Choices at, int i, int j, IReadOnlySet<string> slips)
    {
        (double a, double b) = (at.Rates[i], at.Rates[j]);
        bool rates = slips.Contains("exact") ? a == b
            : slips.Contains("one-way") ? a / b <= 3 : a / b <= 3 && b / a <= 3;
        bool widths = at.Widths[i] == at.Widths[j];
        return slips.Contains("width-alone") ? widths : slips.Contains("rate-alone") ? rates : slips.Contains("either") ? rates || widths
            : rates && widths;
    }
}
