using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Project 3: what the decision saves, how well it ranks, and how it is watched.</summary>
internal static class DecisionStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement saved = SavedAgainstNoModel(run), auc = run["test.roc_auc"], precision = run["test.average_precision"],
            rate = run["baseline.rate"], calibration = run["test.ece"], alarm = run["alarm.false_rate"].InPercent,
            estimated = run["shift.estimated_rate"].InPercent, labelled = run["shift.true_rate"].InPercent;
        yield return new(
            "a decision priced by its errors",
            $"Saved {saved} per ten thousand held-out rows against no model.",
            $"Set a threshold from error costs that saves {saved} per ten thousand held-out rows against no model, {saved:range}.",
            $"Turned an imbalanced classification problem into a priced decision: a threshold set from the costs of both "
            + $"errors saves {saved} per ten thousand held-out rows, {saved:range}, against the cheaper policy without a model.");
        yield return new CvStory(
            "ranking rare rows",
            $"Ranked held-out rows: average precision {precision} at base rate {rate}.",
            $"Ranked held-out rows of an imbalanced problem with an average precision of {precision}, {precision:range}, "
            + $"where the base rate is {rate}.",
            $"Compared models in pairs on the same held-out rows and kept ranking apart from calibration: ROC AUC {auc}, "
            + $"average precision {precision}, {precision:range}, at a base rate of {rate}, calibration error {calibration}.")
            .IfBeats(precision, rate);
        Claim compared = $"Built monitoring that estimates the base rate without labels, by expectation and maximisation: {estimated} "
                + $"where the labels said {labelled}, with a measured false-alarm rate of {alarm}, {alarm:range}.",
            watching = $"Built monitoring that estimates the base rate without labels, by expectation and maximisation, with an alarm "
                + $"whose false-alarm rate was measured on unchanged weeks: {alarm}, {alarm:range}.";
        CvStory watched = new(
            "monitoring without labels",
            $"Built base-rate monitoring that needs no labels; false-alarm rate {alarm}.",
            $"Built monitoring that needs no labels, by expectation and maximisation, with a measured false-alarm rate of "
            + $"{alarm}, {alarm:range}.",
            estimated.Low > 0 ? compared : watching);
        yield return watched with { Refused = CvRules.Missed(estimated, labelled), RefusedFor = run["shift.estimated_rate"] };
    }

    // The cheaper of flagging nothing and flagging everything is what a model has to beat.
    private static Measurement SavedAgainstNoModel(RunNumbers run) =>
        run[run["cost.alert_all"].Value < run["cost.alert_none"].Value ? "saved.against_alert_all" : "saved.against_alert_none"];
}
