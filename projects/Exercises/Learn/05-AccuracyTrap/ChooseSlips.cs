using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>What people do in place of choosing on validation rows and judging on test rows, by cost.</summary>
internal static class ChooseSlips
{
    private const double Enough = 0.8;

    public static IReadOnlyList<Slip> All { get; } =
    [
        new("chosen-on-test", "when the threshold is chosen on the test rows, which then judge it", "testLabels|testScores"),
        new("chosen-on-both", "when the threshold is chosen on validation and test rows together", "Concat|testScores"),
        new("judged-on-validation", "when recall and cost are those of the validation rows, which chose the threshold", "return"),
        new("chosen-and-judged-turned", "when the test rows choose and the validation rows judge", "testLabels"),
        new("by-accuracy", "when, of the thresholds with enough recall, the most accurate one is taken, not the cheapest",
            "accuracy|Order|<|>"),
        new("by-accuracy-alone", "when the most accurate threshold is taken", "accuracy|Order|<|>"),
        new("no-recall", "when the cheapest threshold is taken, whatever its recall", "Order|Min|<"),
        new("recall-alone", "when the highest threshold with enough recall is taken, whatever it costs", "Order|Max|>"),
        new("most-recall", "when the threshold that finds most is taken, whatever it costs", "Order|Max|>"),
        new("costs-swapped", "when a miss is paid as a false alarm, and a false alarm as a miss", "+= miss|* miss|miss *|? miss|miss"),
        new("costs-alike", "when both kinds of error cost the same", "+= miss|* miss|miss *|? miss|miss"),
        new("misses-alone", "when false alarms cost nothing", "+= miss|* miss|miss *|? miss|miss"),
        new("false-alarms-alone", "when misses cost nothing", "falseAlarm"),
        new("cost-per-call", "when the cost is divided by the rows that were predicted positive, and not by all", "/"),
        new("cost-per-positive", "when the cost is divided by the positive rows, and not by all", "/"),
        new("cost-not-divided", "when the cost is that of all test rows together, and not of one", "return cost|return"),
        new("divided-by-validation-rows", "when the cost of the test rows is divided by the number of validation rows", "/"),
        new("integer-recall", "when recall is a quotient of whole numbers: 0, unless every positive is found", "/"),
        new("strict-call", "when a row is predicted positive only above the threshold, and not at it", ">"),
        new("strict-recall", "when recall must lie above 0.8, and 0.8 itself is refused", "0.8"),
        new("precision-for-recall", "with precision in place of recall", "recall|Recall"),
        new("accuracy-reported", "when accuracy is handed back in place of recall", "return"),
        new("precision-reported", "when precision is handed back in place of recall", "return"),
        new("half", "at a threshold of 0.5", "0.5"),
        new("from-costs", "at the threshold that the costs alone ask for, falseAlarm / (falseAlarm + miss)", "falseAlarm /"),
        new("dearest", "when the dearest threshold is taken", "Max|Descending|>"),
        new("cost-per-call-chosen", "when thresholds are compared by their cost for each row predicted positive", "/"),
    ];

    public static Chosen Chosen(Choice at, IReadOnlySet<string> slips)
    {
        ScoredRows both = new([.. at.Validation.Labels, .. at.Test.Labels], [.. at.Validation.Scores, .. at.Test.Scores]);
        ScoredRows chooser = slips.Contains("chosen-on-test") || slips.Contains("chosen-and-judged-turned") ? at.Test
            : slips.Contains("chosen-on-both") ? both : at.Validation;
        ScoredRows judge = slips.Contains("judged-on-validation") || slips.Contains("chosen-and-judged-turned") ? at.Validation : at.Test;
        bool above = slips.Contains("strict-call");
        double threshold = slips.Contains("half") ? 0.5
            : slips.Contains("from-costs") ? at.FalseAlarm / (at.FalseAlarm + at.Miss)
            : Best(chooser.Scores.Distinct().Order().Select(score => (score, Called.At(score, chooser, above))), at, slips);
        Called called = Called.At(threshold, judge, above);
        double recall = slips.Contains("accuracy-reported") ? called.Accuracy
            : slips.Contains("precision-reported") ? (double)called.TruePositives / (called.TruePositives + called.FalsePositives)
            : slips.Contains("integer-recall") ? Math.Floor(called.Recall) : called.Recall;
        int rows = slips.Contains("cost-per-call") ? called.TruePositives + called.FalsePositives
            : slips.Contains("cost-per-positive") ? called.TruePositives + called.FalseNegatives
            : slips.Contains("divided-by-validation-rows") ? at.Validation.Labels.Length
            : slips.Contains("cost-not-divided") ? 1 : called.Rows;
        double cost = Cost(called, at, slips) / rows; // nothing called: infinite, as in the learner's own division
        return new(threshold, double.IsNaN(recall) ? null : recall, double.IsNaN(cost) ? null : cost);
    }

    private static double Best(IEnumerable<(double Threshold, Called Called)> candidates, Choice at, IReadOnlySet<string> slips)
    {
        bool all = slips.Contains("no-recall") || slips.Contains("by-accuracy-alone");
        (double Threshold, Called Called)[] enough = [.. candidates.Where(one => all || IsEnough(one.Called, slips))];
        if (enough.Length == 0) throw new InvalidOperationException("No threshold finds enough.");
        if (slips.Contains("recall-alone")) return enough[^1].Threshold;
        if (slips.Contains("most-recall")) return enough[0].Threshold;
        Func<Called, double> worth = slips.Contains("by-accuracy") || slips.Contains("by-accuracy-alone") ? called => called.Accuracy
            : slips.Contains("dearest") ? called => Cost(called, at, slips)
            : slips.Contains("cost-per-call-chosen")
                ? called => -Cost(called, at, slips) / Math.Max(1, called.TruePositives + called.FalsePositives)
            : called => -Cost(called, at, slips);
        return enough.MaxBy(one => worth(one.Called)).Threshold;
    }

    private static bool IsEnough(Called called, IReadOnlySet<string> slips)
    {
        double recall = slips.Contains("precision-for-recall") ? called.Precision
            : slips.Contains("integer-recall") ? Math.Floor(called.Recall) : called.Recall;
        return slips.Contains("strict-recall") ? recall > Enough : recall >= Enough;
    }

    private static double Cost(Called called, Choice at, IReadOnlySet<string> slips)
    {
        (double miss, double falseAlarm) = (at.Miss, at.FalseAlarm);
        if (slips.Contains("costs-swapped")) (miss, falseAlarm) = (falseAlarm, miss);
        if (slips.Contains("costs-alike")) (miss, falseAlarm) = (1, 1);
        if (slips.Contains("misses-alone")) falseAlarm = 0;
        if (slips.Contains("false-alarms-alone")) miss = 0;
        return called.Cost(miss, falseAlarm);
    }
}
