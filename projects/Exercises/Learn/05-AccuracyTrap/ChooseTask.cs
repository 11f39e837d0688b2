using System.Globalization;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>Rows to choose a threshold on, rows to judge it on, and what errors cost.</summary>
internal sealed record Choice(ScoredRows Validation, ScoredRows Test, double Miss, double FalseAlarm)
{
    /// <summary>One threshold is best, and one most accurate: who goes by accuracy can be told from who goes by cost.</summary>
    public static Choice Drawn(Random random)
    {
        while (true)
        {
            Choice drawn = new(
                ScoredRows.Drawn(random.Next(24, 41), 4, 10, random), ScoredRows.Drawn(random.Next(24, 41), 2, 8, random),
                (20 + random.Next(60)) / 10.0, random.Next(7, 14) / 10.0);
            if (drawn.HasOneBest() && drawn.HasOneMostAccurate()) return drawn;
        }
    }

    public bool HasOneBest()
    {
        (double Threshold, Called Called)[] enough = [.. Candidates().Where(one => one.Called.Recall >= 0.8)];
        double[] costs = [.. enough.Select(one => one.Called.Cost(Miss, FalseAlarm)).Order()];
        return costs.Length > 0 && (costs.Length == 1 || costs[1] - costs[0] > 1e-3 * costs[1]); // float32 tells them apart
    }

    private bool HasOneMostAccurate() => IsOne(Candidates()) && IsOne(Candidates().Where(one => one.Called.Recall >= 0.8));

    private static bool IsOne(IEnumerable<(double Threshold, Called Called)> candidates) =>
        candidates.Select(one => one.Called.Accuracy).OrderDescending().ToArray() is [var first, var second, ..] && first > second;

    public IEnumerable<(double Threshold, Called Called)> Candidates() =>
        Validation.Scores.Distinct().Select(score => (score, Called.At(score, Validation)));

    public IEnumerable<Choice> Simpler() =>
    [
        .. Validation.Simpler().Select(rows => this with { Validation = rows }).Where(one => one.HasOneBest()),
        .. Test.Simpler().Select(rows => this with { Test = rows }),
    ];

    public override string ToString() =>
        $"validationLabels = {ScoredRows.Written(Validation.Labels)}, validationScores = {Written.Of(Validation.Scores)}, "
        + $"testLabels = {ScoredRows.Written(Test.Labels)}, testScores = {Written.Of(Test.Scores)}, "
        + string.Create(CultureInfo.InvariantCulture, $"miss = {Miss}, falseAlarm = {FalseAlarm}");
}

/// <summary>What a learner chose and how it fares.</summary>
internal sealed record Chosen(double? Threshold, double? Recall, double? Cost)
{
    public override string ToString() => $"({Written.Of(Threshold)}, {Written.Of(Recall)}, {Written.Of(Cost)})";
}

/// <summary><c>Choose(…)</c>: the cheapest threshold with recall ≥ 0.8 on validation rows, judged on test rows.</summary>
internal static class ChooseTask
{
    // A quotient of counts, or a sum of 40 costs, should somebody work in float32.
    private const double Tolerance = 40 * 6e-8;

    public static MethodTask<Choice, Chosen?> Task { get; } = new(
        "Choose", "(double Threshold, double Recall, double Cost) Choose(bool[] validationLabels, double[] validationScores, "
            + "bool[] testLabels, double[] testScores, double miss, double falseAlarm)",
        method => Binding.Of<Choice, Chosen?>(
            method, [typeof(bool[]), typeof(double[]), typeof(bool[]), typeof(double[]), typeof(double), typeof(double)],
            at =>
            [
                at.Validation.Labels.Clone(), at.Validation.Scores.Clone(), at.Test.Labels.Clone(), at.Test.Scores.Clone(), at.Miss,
                at.FalseAlarm,
            ],
            returned => Several.Numbers(returned, 3) is [var threshold, var recall, var cost] ? new(threshold, recall, cost) : null),
        [
            new("the threshold is one of the validation scores", Choice.Drawn, (at, came, _) => Candidate(at, came) is not null),
            new("on the validation rows recall is 0.8 or more at the threshold; a score at it is predicted positive", Choice.Drawn,
                (at, came, _) => Candidate(at, came)?.Recall >= 0.8),
            new("other labels on the test rows leave the threshold where it is", Choice.Drawn,
                (at, came, again) => Near(came.Value?.Threshold, again(at with { Test = Opposite(at.Test) }).Value?.Threshold)),
            new("no other threshold with recall ≥ 0.8 costs less on the validation rows", Choice.Drawn, IsCheapest),
            new("Recall is what the threshold finds of the positive test rows", Choice.Drawn,
                (at, came, _) => Near(came.Value?.Recall, On(at.Test, came).Recall)),
            new("Cost is what errors on the test rows cost, divided by all test rows", Choice.Drawn,
                (at, came, _) => Near(came.Value?.Cost, On(at.Test, came).Cost(at.Miss, at.FalseAlarm) / at.Test.Labels.Length)),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips = ChooseSlips.All,
        Slipped = ChooseSlips.Chosen,
        Same = (one, other) => Near(one!.Threshold, other!.Threshold) && Near(one.Recall, other.Recall) && Near(one.Cost, other.Cost),
        Written = value => value?.ToString() ?? "null",
    };

    private static bool Near(double? one, double? other) => one is { } a && other is { } b
        ? a.Equals(b) || Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(b)) : one is null && other is null;

    private static Called? Candidate(Choice at, Outcome<Chosen?> came) => came.Value?.Threshold is { } threshold
        ? at.Candidates().Where(one => Near(one.Threshold, threshold)).Select(one => (Called?)one.Called).FirstOrDefault() : null;

    private static bool IsCheapest(Choice at, Outcome<Chosen?> came, Func<Choice, Outcome<Chosen?>> again) =>
        Candidate(at, came)?.Cost(at.Miss, at.FalseAlarm) is { } cost && at.Candidates().Where(one => one.Called.Recall >= 0.8)
            .All(one => one.Called.Cost(at.Miss, at.FalseAlarm) >= cost * (1 - Tolerance));

    // The threshold that was meant: through a float it may have moved a little.
    private static Called On(ScoredRows rows, Outcome<Chosen?> came) => Called.At((came.Value?.Threshold ?? 2) - Tolerance, rows);

    private static ScoredRows Opposite(ScoredRows rows) => rows with { Labels = [.. rows.Labels.Select(label => !label)] };
}
