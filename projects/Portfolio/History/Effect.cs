using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.History;

/// <summary>What a change did to the scores of the test rows that both runs judged: paired by row, or the reason why not.</summary>
/// <param name="Measure">What was compared, such as ROC AUC.</param>
/// <param name="Rows">How many rows both judged.</param>
/// <param name="Gain">Better is positive; null where the runs cannot be compared.</param>
/// <param name="WhyNot">Completes "not comparable: ".</param>
internal sealed record Effect(string Measure, int Rows, Interval? Gain, string? WhyNot)
{
    private const int FewestRows = 30, Seed = 7;

    private const string Test = "test";

    /// <summary>Which way the gain's interval lies of zero.</summary>
    public Turn Turn => Gain switch
    {
        null => Turn.NotComparable,
        { HasEnds: false } => Turn.Same,
        { Low: > 0 } => Turn.Better,
        { High: < 0 } => Turn.Worse,
        _ => Turn.Open,
    };

    /// <summary>The gain as a sentence has it; better is positive, whatever the measure's direction.</summary>
    public Measurement? Said => Gain is { } gain
        ? new(
            "", "", gain.Value, gain.Low, gain.High, gain.HasEnds ? gain.Confidence : null, "",
            $"{gain.Method}, paired over {Counted.Of(Rows, "test row")}")
        : null;

    /// <summary>Compares the test rows of two runs.</summary>
    public static Effect Of(PastRun before, PastRun after)
    {
        if (!before.IsCompleted || !after.IsCompleted) return Not("one of the two did not end well");
        if (before.Data?.Sha256 != after.Data?.Sha256) return Not("the rows are not the same");
        if (PredictedRows.In(before.Folder) is not { } one || PredictedRows.In(after.Folder) is not { } other)
            return Not($"{after.Verb} scores no rows one by one");
        string? model = one.Models.FirstOrDefault(other.Models.Contains);
        if (model is null) return Not("they scored with other models");
        Dictionary<long, PredictedRow> first = one.Rows.Where(IsTest).DistinctBy(row => row.Row).ToDictionary(row => row.Row);
        PredictedRow[] second = [.. other.Rows.Where(row => IsTest(row) && first.ContainsKey(row.Row)).DistinctBy(row => row.Row)];
        if (second.Length < FewestRows)
        {
            return Not(second.Length == 0
                ? "no row was a test row in both"
                : $"only {Counted.Rows(second.Length)} were test rows in both, and {FewestRows} are the least");
        }

        if (second.Any(row => first[row.Row].Target != row.Target)) return Not("the targets are not the same");
        (int i, int j) = (Place(one, model), Place(other, model));
        double[] scores = [.. second.Select(row => first[row.Row].Scores[i])], moved = [.. second.Select(row => row.Scores[j])];
        string[] targets = [.. second.Select(row => row.Target)];
        return after.Finished!.Data?.Positive is { } positive
            ? OfClasses(BinaryTarget.Matches([.. targets.Select(Bare)], positive), scores, moved, after.Verb)
            : after.Verb == "regression" ? OfNumbers(targets, scores, moved)
            : scores.SequenceEqual(moved) ? Same("accuracy", scores.Length)
            : OfCalls(before, after);
    }

    // Of more than two classes a score does not say which one was called; another file does.
    private static Effect OfCalls(PastRun before, PastRun after)
    {
        if (CalledRow.In(before.Folder) is not { } then || CalledRow.In(after.Folder) is not { } now)
            return Not("probabilities.csv does not say which class was called");
        Dictionary<long, CalledRow> first = then.Where(row => row.Split == Test).DistinctBy(row => row.Row).ToDictionary(row => row.Row);
        (bool Was, bool Is)[] right =
        [
            .. now.Where(row => row.Split == Test && first.ContainsKey(row.Row)).DistinctBy(row => row.Row)
                .Select(row => (first[row.Row].Called == first[row.Row].Target, row.Called == row.Target)),
        ];
        return right.Length < FewestRows
            ? Not("probabilities.csv lacks rows that both judged")
            : new("accuracy", right.Length, PairedBootstrap.Difference(
                Resampling.OfRows(right.Length), rows => Share(rows, row => right[row].Was), rows => Share(rows, row => right[row].Is),
                Seed), null);
    }

    private static double? Share(ReadOnlySpan<int> rows, Func<int, bool> isRight)
    {
        int count = 0;
        foreach (int row in rows) count += isRight(row) ? 1 : 0;
        return (double)count / rows.Length;
    }

    private static Effect OfClasses(bool[] labels, double[] scores, double[] moved, string verb)
    {
        bool isRare = verb == "decision";
        string measure = isRare ? "average precision" : "ROC AUC";
        if (!labels.Contains(true) || !labels.Contains(false)) return Not("the rows that both judged are of one class");
        if (scores.SequenceEqual(moved)) return Same(measure, labels.Length);
        var gain = PairedGain.Of(
            isRare ? BinaryMetric.AveragePrecision : BinaryMetric.RocArea, new(RankedScores.Of(labels, scores), 0.5),
            new(RankedScores.Of(labels, moved), 0.5), Seed);
        return gain.Gain.Value is null ? Not("the difference is not defined") : new(measure, labels.Length, gain.Gain, null);
    }

    private static Effect OfNumbers(string[] targets, double[] scores, double[] moved)
    {
        double[] truth = new double[targets.Length];
        for (int row = 0; row < truth.Length; row++)
        {
            if (!double.TryParse(targets[row], System.Globalization.CultureInfo.InvariantCulture, out truth[row]))
                return Not("a target is no number");
        }

        if (scores.SequenceEqual(moved)) return Same("RMSE", truth.Length);
        Interval difference = PairedBootstrap.Difference(
            Resampling.OfRows(truth.Length), rows => Error(rows, truth, scores), rows => Error(rows, truth, moved), Seed);
        return new("RMSE", truth.Length, difference.Turned(), null);
    }

    private static double? Error(ReadOnlySpan<int> rows, double[] truth, double[] scores)
    {
        double sum = 0;
        foreach (int row in rows) sum += (truth[row] - scores[row]) * (truth[row] - scores[row]);
        return Math.Sqrt(sum / rows.Length);
    }

    private static bool IsTest(PredictedRow row) => row.Split == Test;

    // A cell that a spreadsheet would take for a formula was written behind an apostrophe.
    private static string Bare(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;

    private static int Place(PredictedRows rows, string model) => rows.Models.TakeWhile(one => one != model).Count();

    private static Effect Same(string measure, int rows) =>
        new(measure, rows, Interval.WithoutEnds(0, "", "every score is the same"), null);

    private static Effect Not(string why) => new("", 0, null, why);
}
