using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise09;

/// <summary>What comes back to x from each of its uses, and the learner's words.</summary>
internal sealed record Explained(double? Left, double? Right, double? Plus, string? Words)
{
    public static Explained? Read(object? returned) => Several.Values(returned, 4, "values") is [var left, var right, var plus, var words]
        ? new(Binding.Number(left), Binding.Number(right), Binding.Number(plus), words as string) : null;

    public bool IsNear(double left, double right, double plus) => Left is { } a && Right is { } b && Plus is { } c
        && ValuesTask.IsNear(a, left) && ValuesTask.IsNear(b, right) && ValuesTask.IsNear(c, plus);

    public override string ToString() =>
        $"({Written.Of(Left)}, {Written.Of(Right)}, {Written.Of(Plus)}, {Numerals.Words(Words ?? "")} words)";
}

/// <summary><c>Explain(x)</c>: x·x + x, played backwards in words. Words are not judged; the numbers among them are.</summary>
internal static class ExplainTask
{
    private const int Fewest = 20, Most = 80;

    public static MethodTask<double, Explained?> Task { get; } = new(
        "Explain", "(double Left, double Right, double Plus, string Words) Explain(double x)",
        method => Binding.Of<double, Explained?>(method, [typeof(double)], at => [at], Explained.Read),
        [
            new("both factors of x·x bring back the same", Drawn,
                (_, came, _) => came.Value is { Left: { } left, Right: { } right } && ValuesTask.IsNear(left, right)),
            new("a plus passes on what it is given, whatever x is", Drawn, (at, came, again) =>
                came.Value?.Plus is { } plus && again(2 * at).Value?.Plus is { } other && ValuesTask.IsNear(plus, other)),
            new("what the three uses of x bring back makes, together, how much x·x + x changes with x", Drawn,
                (at, came, _) => came.Value is { Left: { } a, Right: { } b, Plus: { } c } && ValuesTask.IsNear(a + b + c, Slope(at))),
            new("what a factor brings back is the other factor", Drawn,
                (at, came, _) => came.Value?.Left is { } left && ValuesTask.IsNear(left, at)),
            new("Words has between 20 and 80 words", Drawn,
                (_, came, _) => Numerals.Words(came.Value?.Words ?? "") is >= Fewest and <= Most),
            new("each number in Words occurs at this x: x itself, a value on the tape, or what is brought back", Drawn,
                (at, came, _) => came.Value?.Words is { } words && Numerals.Unknown(words, Known(at)) is null),
        ],
        at => FormattableString.Invariant($"x = {at}"))
    {
        Slips =
        [
            new("counted-once", "when x·x is counted once: each of its two factors brings something back", "return"),
            new("slope-in-each", "when each factor brings back the whole of 2x", "2"),
            new("square", "when a factor brings back the product, and not the other factor", "*"),
            new("plus-as-value", "when the plus brings back x, and not 1", "return"),
            new("factors-as-ones", "when a factor brings back 1, as a summand does", "1"),
        ],
        Slipped = (at, slips) => new(
            slips.Contains("slope-in-each") ? 2 * at : slips.Contains("square") ? at * at : slips.Contains("factors-as-ones") ? 1 : at,
            slips.Contains("counted-once") ? 0 : slips.Contains("slope-in-each") ? 2 * at : slips.Contains("square") ? at * at
                : slips.Contains("factors-as-ones") ? 1 : at,
            slips.Contains("plus-as-value") ? at : 1, null),
        Same = (one, other) => other is { Left: { } a, Right: { } b, Plus: { } c } && one!.IsNear(a, b, c),
        Written = value => value is null ? "null"
            : value.Words is { } words && words.Length > 0 ? $"{value}: {(words.Length <= 300 ? words : words[..300])}" : value.ToString(),
        Remark = (_, method, _) => Numerals.Words(method(1.5)?.Words ?? "") is var words && words <= 40
            ? FormattableString.Invariant($"You needed {words} words. An interviewer has time for forty.")
            : FormattableString.Invariant($"You needed {words} words; say it aloud, and see which of them you leave out."),
    };

    private static double Drawn(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(12, 60) / 10.0;

    private static double Slope(double x) => 2 * x + 1;

    // What may be said of it: 2 factors, 3 uses, 80 words.
    private static double[] Known(double x) => [x, x * x, x * x + x, 2 * x, Slope(x), x + 1, 0, 1, 2, 3, Most];
}
