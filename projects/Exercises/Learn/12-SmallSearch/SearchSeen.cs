using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise12;

/// <summary>What a learner's search returned.</summary>
internal sealed record SearchResult(double? Rate, double? Width, double? Expected, double? Test, string? Findings)
{
    public static SearchResult? Read(object? returned) =>
        Several.Values(returned, 5, "values") is [var rate, var width, var expected, var test, var findings]
            ? new(Binding.Number(rate), Binding.Number(width), Binding.Number(expected), Binding.Number(test), findings as string) : null;
}

/// <summary>
/// What a search did, told without the numbers that its own generator drew: so that two searches that go wrong in the same way look alike.
/// </summary>
/// <param name="Trainings">Asked for on validation rows.</param>
/// <param name="Budgets">Whether all had 20 epochs: <c>equal</c>, <c>unequal</c>, or <c>other</c> where they are equal and not 20.</param>
/// <param name="Rates">How they were drawn: <c>log</c>, <c>linear</c>, <c>outside</c>, <c>few</c> or <c>other</c>.</param>
/// <param name="Widths"><c>some</c>, <c>one</c>, or <c>outside</c>.</param>
/// <param name="Chance"><c>seeded</c>, <c>same for all seeds</c>, or <c>unseeded</c>.</param>
/// <param name="Winner">Which trial: <c>lowest</c>, <c>by test</c>, <c>highest</c>, <c>last</c>, <c>first</c>, <c>none</c>.</param>
/// <param name="Repeats">Of the winner, after the trials:
/// <c>fresh</c> seeds, <c>seeds of other trials</c>, <c>one seed</c>, <c>the same seed</c>, <c>others</c>, <c>none</c>.</param>
/// <param name="Expected">Which number that is.</param>
/// <param name="Tested"><c>once</c>, <c>never</c>, <c>often</c>, <c>another</c>.</param>
/// <param name="Test">Which number that is.</param>
internal sealed record SearchSeen(
    int Trainings, string Budgets, string Rates, string Widths, string Chance, string Winner, string Repeats, string Expected,
        string Tested,
    string Test)
{
    public const int Trials = 20, Again = 5, Epochs = 20;

    private const string Both = "lowest by either";

    public static SearchSeen Right { get; } = new(
        Trials + Again, "equal", "log", "some", "seeded", "lowest", "fresh", "mean of repeats", "once", "of the winner");

    /// <summary>What the learner's words hold that was not seen: a number; null where all are known.</summary>
    public string? UnknownNumber { get; init; }

    /// <summary>How many words there are.</summary>
    public int Words { get; init; }

    public static SearchSeen Of(SearchSpy spy, SearchResult result, IReadOnlyList<double> rates, string chance)
    {
        (Training[] trials, Training[] repeats) = Parts(spy, result);
        return new(
            spy.Validation.Count, BudgetsOf(spy.Validation), RatesOf(rates), WidthsOf(trials), chance, WinnerOf(trials, spy.Test, result),
            RepeatsOf(trials, repeats, result), ExpectedOf(trials, repeats, spy.Test, result), TestedOf(spy.Test, result),
                TestOf(spy.Test, result))
        {
            UnknownNumber = Numerals.Unknown(result.Findings ?? "", Known(spy, result)),
            Words = Numerals.Words(result.Findings ?? ""),
        };
    }

    /// <summary>Whether both did the same; words are nobody's business here.</summary>
    public bool IsLike(SearchSeen other)
    {
        (SearchSeen one, SearchSeen two) = (this with { UnknownNumber = null, Words = 0 }, other with { UnknownNumber = null, Words = 0 });
        if (one.Winner == Both && two.Winner is "lowest" or "by test") one = one with { Winner = two.Winner };
        if (two.Winner == Both && one.Winner is "lowest" or "by test") two = two with { Winner = one.Winner };
        return one == two;
    }

    public override string ToString() =>
        $"{Counted.Of(Trainings, "training")} on validation rows; epochs: {Budgets}; rates: {RatesInWords()}; widths: {Widths}; "
        + $"the trials: {Chance}; the winner: {Winner}; seeds of the repeats: {Repeats}; Expected: {Expected}; tested: {Tested}"
        + (UnknownNumber is { } number ? $"; Findings names {number}" : "");

    private string RatesInWords() => Rates switch
    {
        "log" => "even by their logarithm",
        "linear" => "even between their ends",
        "few" => "a few of them, over and over",
        "outside" => "outside of 0.0001 to 1",
        _ => "by some other law",
    };

    // The repeats are the last trainings that have the winner's setting; one alone is a trial that won.
    private static (Training[] Trials, Training[] Repeats) Parts(SearchSpy spy, SearchResult result)
    {
        int last = 0;
        while (last < spy.Validation.Count && last < Again && IsOf(spy.Validation[^(last + 1)], result)) last++;
        int trials = spy.Validation.Count - (last > 1 ? last : 0);
        return ([.. spy.Validation.Take(trials)], [.. spy.Validation.Skip(trials)]);
    }

    private static string BudgetsOf(IReadOnlyList<Training> all) => all.Select(one => one.Epochs).Distinct().ToArray() is [var epochs]
        ? epochs == Epochs ? "equal" : "other" : "unequal";

    // Of rates that are spread evenly over the logarithm three of four lie below 0.1, and half below 0.01. Forty of them stray from that by
    // more than 0.45 once in a million times and more rarely (Kolmogorov: 2 exp(−2 · 40 · 0.45²) is 2e-7).
    private static string RatesOf(IReadOnlyList<double> rates)
    {
        if (rates.Any(rate => !(rate >= 0.99e-4 && rate <= 1.01))) return "outside";
        if (rates.Distinct().Count() < rates.Count / 2) return "few";
        double[] sorted = [.. rates.Order()];
        return Stray(rate => (Math.Log10(rate) + 4) / 4) <= 0.45 ? "log" : Stray(rate => rate) <= 0.45 ? "linear" : "other";

        double Stray(Func<double, double> law) => sorted.Select((rate, i) =>
            Math.Max(Math.Abs(law(rate) - (double)i / sorted.Length),
                Math.Abs(law(rate) - (i + 1.0) / sorted.Length))).DefaultIfEmpty(1).Max();
    }

    private static string WidthsOf(Training[] trials) => trials.Any(trial => trial.Width is not (2 or 4 or 8 or 16)) ? "outside"
        : trials.Select(trial => trial.Width).Distinct().Count() == 1 ? "one" : "some";

    private static string WinnerOf(Training[] trials, List<Training> tests, SearchResult result)
    {
        if (trials.Length == 0) return "none";
        bool byTest = tests.Count > 1 && IsOf(tests.MinBy(trial => trial.Loss)!, result);
        if (IsOf(trials.MinBy(trial => trial.Loss)!, result)) return byTest ? Both : "lowest";
        if (byTest) return "by test";
        return IsOf(trials.MaxBy(trial => trial.Loss)!, result) ? "highest" : IsOf(trials[^1], result) ? "last"
            : IsOf(trials[0], result) ? "first" : "none";
    }

    private static string RepeatsOf(Training[] trials, Training[] repeats, SearchResult result)
    {
        if (repeats.Length == 0) return "none";
        if (!repeats.All(one => IsOf(one, result))) return "others";
        int[] seeds = [.. repeats.Select(one => one.Seed).Distinct()],
            own = [.. trials.Where(one => IsOf(one, result)).Select(one => one.Seed)];
        if (seeds.Length == 1) return own.Contains(seeds[0]) ? "the same seed" : "one seed";
        return seeds.Any(own.Contains) ? "its own seed too"
            : seeds.Any(seed => trials.Any(trial => trial.Seed == seed)) ? "seeds of other trials" : "fresh";
    }

    private static string ExpectedOf(Training[] trials, Training[] repeats, List<Training> tests, SearchResult result)
    {
        double[] losses = [.. trials.Select(one => one.Loss)], again = [.. repeats.Select(one => one.Loss)];
        double[] own = [.. trials.Where(one => IsOf(one, result)).Select(one => one.Loss)];
        (string Name, double Value)[] known =
        [
            .. again.Length > 0 ? new[] { ("mean of repeats", again.Average()), ("best repeat", again.Min()) } : [],
            .. losses.Length > 0 ? new[] { ("lowest trial", losses.Min()), ("mean of trials", losses.Average()) } : [],
            .. own.Length > 0 && again.Length > 0 ? new[] { ("mean with its trial", (own[0] + again.Sum()) / (again.Length + 1)) } : [],
            .. own.Select(one => ("its own trial", one)), .. tests.Select(one => ("a test loss", one.Loss)),
        ];
        return known.FirstOrDefault(one => IsNear(result.Expected, one.Value)).Name ?? "something else";
    }

    private static string TestedOf(List<Training> tests, SearchResult result) => tests switch
    {
        [] => "never",
        [var one] => IsOf(one, result) ? "once" : "another",
        _ => "often",
    };

    private static string TestOf(List<Training> tests, SearchResult result) =>
        tests.Any(one => IsOf(one, result) && IsNear(result.Test, one.Loss))
        ? "of the winner" : tests.Any(one => IsNear(result.Test, one.Loss)) ? "of another" : "none";

    private static bool IsOf(Training training, SearchResult result) =>
        IsNear(result.Rate, training.Rate) && result.Width is { } width && (int)width == training.Width;

    private static bool IsNear(double? one, double right) => one is { } value && Math.Abs(value - right) <= 1e-5 * Math.Abs(right);

    // What may be named: what the search was given, every training of it, what came back, and what is made of these losses.
    private static double[] Known(SearchSpy spy, SearchResult result)
    {
        (Training[] trials, Training[] again) = Parts(spy, result);
        Training[] all = [.. spy.Validation, .. spy.Test];
        double[] ends = [.. new[] { trials, again }.Where(some => some.Length > 0).SelectMany(some => new[]
        {
            some.Min(one => one.Loss), some.Max(one => one.Loss), some.Average(one => one.Loss),
                some.Max(one => one.Loss) - some.Min(one => one.Loss),
        })];
        double[] results = [result.Rate ?? 0, result.Width ?? 0, result.Expected ?? 0, result.Test ?? 0];
        return
        [
            .. all.SelectMany(one => new[] { one.Rate, one.Width, one.Epochs, one.Seed, one.Loss }), .. ends, .. results,
            .. from one in ends.Concat(results) from other in ends.Concat(results) select one - other,
            1, 2, 4, 8, 16, 5, 6, 20, 25, 1e-4, trials.Length, again.Length,
        ];
    }
}
