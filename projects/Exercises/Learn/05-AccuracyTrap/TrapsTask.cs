using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>Scored rows and thresholds that are asked about.</summary>
internal sealed record TrapQuestion(ScoredRows Rows, double[] Thresholds)
{
    public static TrapQuestion Drawn(Random random)
    {
        int n = random.Next(3) switch { 0 => 20, 1 => 40, _ => 100 };
        return Of(ScoredRows.Drawn(n, n == 100 ? 4 : 1, n == 100 ? 6 : 3, random), random);
    }

    // Exactly 19 rows in 20 are negative.
    public static TrapQuestion OneInTwenty(Random random) => Of(ScoredRows.Drawn(20, 1, 1, random), random);

    // Many positives, and all but none told apart: high accuracy is no trap here.
    public static TrapQuestion Separated(Random random)
    {
        bool[] labels = [.. Enumerable.Range(0, 20).Select(i => i < 8)];
        Shuffled(labels, random);
        return Of(new(labels, [.. labels.Select(label => (label ? 60 + random.Next(40) : 1 + random.Next(60)) / 100.0)]), random);
    }

    public IEnumerable<TrapQuestion> Simpler() =>
    [
        .. Simplify.Without(Thresholds.Length, least: 1).Select(kept => this with { Thresholds = [.. kept.Select(i => Thresholds[i])] }),
        .. Rows.Simpler().Select(rows => this with { Rows = rows }),
    ];

    public override string ToString() =>
        $"labels = {ScoredRows.Written(Rows.Labels)}, scores = {Written.Of(Rows.Scores)}, thresholds = {Written.Of(Thresholds)}";

    // Half of the thresholds meet a score exactly; 0 predicts every row positive, and 1 none.
    private static TrapQuestion Of(ScoredRows rows, Random random)
    {
        double[] high = [.. rows.Scores.Distinct().OrderDescending().Take(6)];
        double[] others = [.. Enumerable.Range(0, 4).Select(_ => random.Next(1, 20) / 20.0)];
        double[] all = [.. high.Concat(others).Append(0).Append(1).Distinct()];
        Shuffled(all, random);
        return new(rows, all);
    }

    internal static void Shuffled<T>(T[] values, Random random)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}

/// <summary><c>Traps(labels, scores, thresholds)</c>: where accuracy is high and hardly a positive is found.</summary>
internal static class TrapsTask
{
    private const double High = 0.95, Low = 0.2;

    // Thresholds come back as they were given, or through a float.
    private const double Tolerance = 6e-8;

    public static MethodTask<TrapQuestion, IReadOnlyList<double>?> Task { get; } = new(
        "Traps", "double[] Traps(bool[] labels, double[] scores, double[] thresholds)",
        method => Binding.Of<TrapQuestion, IReadOnlyList<double>?>(
            method, [typeof(bool[]), typeof(double[]), typeof(double[])],
            at => [at.Rows.Labels.Clone(), at.Rows.Scores.Clone(), at.Thresholds.Clone()], Read),
        [
            new("what comes back is some of the thresholds that were given", TrapQuestion.Drawn,
                (at, came, _) => came.Value?.All(one => at.Thresholds.Any(given => Near(given, one))) == true),
            new("a threshold of 1 predicts no positive: where 1 row in 20 is positive it is right 19 times in 20, and a trap",
                TrapQuestion.OneInTwenty, (at, came, _) => !OneInTwentyAt1(at) || came.Value?.Any(one => Near(one, 1)) == true),
            new("a threshold of 0 predicts every row positive: it finds every positive, and is no trap",
                TrapQuestion.Drawn, (_, came, _) => came.Value?.Any(one => Near(one, 0)) == false),
            new("the order of the rows does not matter", TrapQuestion.Drawn,
                (at, came, again) => AreSame(came.Value, again(Turned(at)).Value)),
            new("they are the thresholds with accuracy ≥ 0.95 and recall ≤ 0.2, both counted anew; a score at it is predicted positive",
                TrapQuestion.Drawn, (at, came, _) => AreSame(came.Value, Counted(at))),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Probes = [TrapQuestion.Separated],
        Slips =
        [
            new("strict-call", "when a row is predicted positive only above the threshold, and not at it", ">"),
            new("accuracy-alone", "by accuracy alone, whatever recall is", "Where|if"),
            new("recall-alone", "by recall alone, whatever accuracy is", "Where|if"),
            new("or-for-and", "when one of the two conditions is enough", "||"),
            new("strict-accuracy", "when accuracy must lie above 0.95, and 0.95 itself is refused", "0.95"),
            new("strict-recall", "when recall must lie below 0.2, and 0.2 itself is refused", "0.2"),
            new("recall-at-least", "with recall of 0.2 or more, where little recall makes the trap", "0.2"),
            new("precision-for-recall", "with precision in place of recall", "recall|Recall"),
            new("precision-undefined",
                "with precision in place of recall, which is not defined where nobody is predicted positive", "recall|Recall"),
            new("recall-over-rows", "when the positives found are divided by all rows, and not by the positives", "recall|Recall"),
            new("specificity", "with the recall of the negatives", "recall|Recall"),
            new("class-swapped", "when the negatives count as the positive class", "recall|Recall"),
            new("called-below", "when rows below the threshold are predicted positive", "<"),
            new("balanced", "with balanced accuracy, the mean of both recalls, in place of accuracy", "accuracy|Accuracy"),
            new("error-for-accuracy", "with the share of errors in place of accuracy", "0.95"),
            new("integer-recall", "when recall is a quotient of whole numbers: 0, unless every positive is found", "/"),
            new("integer-accuracy", "when accuracy is a quotient of whole numbers: 0, unless every row is right", "/"),
            new("half", "when every threshold is taken for 0.5", "0.5"),
            new("all", "when every threshold is taken for a trap"),
            new("none", "when no threshold is taken for a trap"),
            new("first-alone", "when the search ends at the first trap", "break|First|return"),
        ],
        Slipped = Slipped,
        Same = AreSame,
        Written = value => value is null ? "null" : Written.Of(value),
    };

    /// <summary>Whether predicting no positive is right in 19 rows of 20 here: a smaller input may be another.</summary>
    private static bool OneInTwentyAt1(TrapQuestion at) => at.Thresholds.Contains(1) && 20 * at.Rows.Positives <= at.Rows.Labels.Length;

    private static double[] Counted(TrapQuestion at) =>
        [.. at.Thresholds.Where(one => Called.At(one, at.Rows) is { Accuracy: >= High, Recall: <= Low }).Distinct().Order()];

    private static IReadOnlyList<double>? Read(object? returned) => returned is System.Collections.IEnumerable list and not string
        ? [.. list.Cast<object>().Select(one => Binding.Number(one) ?? double.NaN).Distinct().Order()]
        : null;

    private static double[] Slipped(TrapQuestion at, IReadOnlySet<string> slips)
    {
        ScoredRows rows = slips.Contains("class-swapped") ? at.Rows with { Labels = [.. at.Rows.Labels.Select(label => !label)] } : at.Rows;
        if (slips.Contains("all")) return [.. at.Thresholds.Distinct().Order()];
        if (slips.Contains("none")) return [];
        IEnumerable<double> found = at.Thresholds.Where(threshold => IsTrap(
            Called.At(slips.Contains("half") ? 0.5 : threshold, rows, slips.Contains("strict-call"), slips.Contains("called-below")),
            slips));
        return [.. (slips.Contains("first-alone") ? found.Take(1) : found).Distinct().Order()];
    }

    private static bool IsTrap(Called called, IReadOnlySet<string> slips)
    {
        double accuracy = slips.Contains("balanced") ? (called.Recall + called.Specificity) / 2
            : slips.Contains("integer-accuracy") ? Math.Floor(called.Accuracy)
            : slips.Contains("error-for-accuracy") ? 1 - called.Accuracy : called.Accuracy;
        double recall = slips.Contains("precision-for-recall") ? called.Precision
            : slips.Contains("precision-undefined") ? (double)called.TruePositives / (called.TruePositives + called.FalsePositives)
            : slips.Contains("recall-over-rows") ? (double)called.TruePositives / called.Rows
            : slips.Contains("integer-recall") ? Math.Floor(called.Recall)
            : slips.Contains("specificity") ? called.Specificity : called.Recall;
        bool high = slips.Contains("strict-accuracy") ? accuracy > High : accuracy >= High;
        bool low = slips.Contains("recall-at-least") ? recall >= Low : slips.Contains("strict-recall") ? recall < Low : recall <= Low;
        return slips.Contains("accuracy-alone") ? high
            : slips.Contains("recall-alone") ? low
            : slips.Contains("or-for-and") ? high || low : high && low;
    }

    private static TrapQuestion Turned(TrapQuestion at) =>
        at with { Rows = at.Rows.Of([.. Enumerable.Range(0, at.Rows.Labels.Length).Reverse()]) };

    private static bool AreSame(IReadOnlyList<double>? one, IReadOnlyList<double>? other) =>
        one is not null && other is not null && one.Count == other.Count && one.Zip(other).All(pair => Near(pair.First, pair.Second));

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Tolerance;
}
