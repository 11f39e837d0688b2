using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary><c>Gap(labels, probabilities)</c>: what a model promises on average, less what happens.</summary>
internal static class GapTask
{
    // A sum of 20 float32 probabilities, each up to 1.
    private const double Tolerance = 20 * 6e-8;

    public static MethodTask<ScoredRows, double?> Task { get; } = new(
        "Gap", "double? Gap(bool[] labels, double[] probabilities)",
        method => Binding.Of<ScoredRows, double?>(
            method, [typeof(bool[]), typeof(double[])], at => [at.Labels.Clone(), at.Scores.Clone()], Binding.Number),
        [
            new("probabilities that are all the share of positives have no gap",
                random => Drawn(random) is var drawn ? drawn with { Scores = [.. drawn.Scores.Select(_ => Share(drawn))] } : drawn,
                (at, came, _) => !at.Scores.All(one => one == Share(at)) || Near(came.Value, 0)),
            new("0.1 more on every probability makes the gap 0.1 larger", Drawn, (at, came, again) =>
                came.Value is { } gap && Near(again(at with { Scores = [.. at.Scores.Select(one => one + 0.1)] }).Value, gap + 0.1)),
            new("it is above 0 where more is promised than happens, and below 0 where less", Drawn,
                (at, came, _) => Math.Abs(Right(at)) < 1e-3 || (came.Value is { } gap && Math.Sign(gap) == Math.Sign(Right(at)))),
            new("every row counts alike", random => Drawn(random) is var drawn ? Twice(drawn) : drawn,
                (at, came, again) => at.Labels.Length % 2 == 1 || !IsTwice(at)
                    || (came.Value is { } gap && Near(again(at.Of([.. Enumerable.Range(0, at.Labels.Length / 2)])).Value, gap))),
            new("it is the mean of the probabilities less the share of positive rows", Drawn,
                (at, came, _) => Near(came.Value, Right(at))),
            new("without a row there is no gap: null, NaN or an exception says so", _ => new([], []),
                (at, came, _) => at.Labels.Length > 0 || came.Thrown is not null || came.Value is null) { Draws = 1 },
        ],
        at => $"labels = {ScoredRows.Written(at.Labels)}, probabilities = {Written.Of(at.Scores)}")
    {
        Probes = [random => Drawn(random) is var drawn ? drawn with { Labels = [.. drawn.Labels.Select(_ => true)] } : drawn],
        Simpler = at => at.Simpler(leastPositives: 0),
        Slips =
        [
            new("turned", "when what is promised is taken from what happens", "-"),
            new("absolute", "when the sign is lost", "Abs"),
            new("row-by-row", "from the mean distance of each probability from its own label", "Abs"),
            new("squared", "from the mean square of the distances: that is the Brier score", "*"),
            new("called-at-half", "when the rows are predicted at 0.5 first, and probabilities forgotten", "0.5"),
            new("not-divided", "when the sums are not divided by the number of rows", "Sum|+="),
            new("positives-alone", "from the positive rows alone", "Where|if"),
            new("negatives-share", "with the share of the negatives in place of that of the positives", "!"),
            new("ratio", "from the quotient of the two, and not their difference", "/"),
            new("promised-alone", "from the mean of the probabilities alone", "Average|+="),
            new("integer-division", "when the share of positives is a quotient of whole numbers, which is 0", "/"),
            new("one-row-too-few", "when n − 1 divides", "- 1"),
            new("zero-for-undefined", "when the gap of no rows at all is called 0", "== 0|? 0|return 0"),
        ],
        Slipped = Slipped,
        Same = (one, other) => Near(one, other),
        Written = Written.Of,
    };

    private static bool Near(double? one, double? other) =>
        one is { } a && other is { } b && Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(b));

    private static ScoredRows Drawn(Random random) => ScoredRows.Drawn(random.Next(8, 16), 2, 7, random);

    private static ScoredRows Twice(ScoredRows rows) => new([.. rows.Labels, .. rows.Labels], [.. rows.Scores, .. rows.Scores]);

    private static bool IsTwice(ScoredRows rows) => rows.Labels.Length / 2 is var half
        && rows.Labels.Take(half).SequenceEqual(rows.Labels.Skip(half)) && rows.Scores.Take(half).SequenceEqual(rows.Scores.Skip(half));

    private static double Share(ScoredRows rows) => (double)rows.Positives / rows.Labels.Length;

    private static double Right(ScoredRows at) => at.Labels.Length == 0 ? 0 : at.Scores.Average() - Share(at);

    private static double? Slipped(ScoredRows at, IReadOnlySet<string> slips)
    {
        ScoredRows rows = slips.Contains("positives-alone")
            ? at.Of([.. Enumerable.Range(0, at.Labels.Length).Where(i => at.Labels[i])]) : at;
        int n = rows.Labels.Length;
        if (n == 0) return slips.Contains("zero-for-undefined") && at.Labels.Length == 0 ? 0 : null;
        double divisor = slips.Contains("not-divided") ? 1 : slips.Contains("one-row-too-few") ? n - 1 : n;
        double[] distances = [.. rows.Scores.Zip(rows.Labels, (score, label) => score - (label ? 1 : 0))];
        if (slips.Contains("row-by-row")) return distances.Sum(Math.Abs) / divisor;
        if (slips.Contains("squared")) return distances.Sum(one => one * one) / divisor;
        double promised = rows.Scores.Sum(score => slips.Contains("called-at-half") ? (score >= 0.5 ? 1 : 0) : score) / divisor;
        double happens = slips.Contains("integer-division") ? rows.Positives / n
            : slips.Contains("promised-alone") ? 0
            : (slips.Contains("negatives-share") ? n - rows.Positives : rows.Positives) / divisor;
        if (slips.Contains("ratio")) return happens == 0 ? null : promised / happens;
        double gap = slips.Contains("turned") ? happens - promised : promised - happens;
        return slips.Contains("absolute") ? Math.Abs(gap) : gap;
    }
}
