using MlMaths.Torch.Data;
using MlMaths.Torch.ImbalancedDecision.Candidates;
using MlMaths.Torch.ImbalancedDecision.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class DecisionReport
{
    public static ProjectResult Of(DecisionFindings findings)
    {
        Measurements measurements = DecisionMeasurements.Of(findings);
        BinaryTarget target = findings.Data.Target;
        Section decision = DecisionSection.Of(findings, measurements);
        var report = new Report(
            "The imbalanced-classification decision note",
            Lead(findings, measurements),
            [
                decision,
                TrapSection.Of(findings, measurements),
                ModelsSection.Of(findings),
                CalibrationSection.Of(findings, measurements),
                CurvesSection.Of(findings.Curves, measurements),
                ThresholdSection.Of(findings.Cost, findings.DecidingError, measurements, target.PositiveWords),
                CostSection.Of(findings.Cost, measurements, findings.Monitor.TrueRate.Value),
                ExplorerSection.Of(
                    findings.Test, findings.Costs, findings.Threshold, target.PositiveLabel, target.NegativeLabel,
                    findings.Cost.IsLimited ? findings.Cost.PlacesText : null),
                MonitoringSection.Of(findings.Monitor),
                ShiftSection.Of(findings.Monitor),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["cost.chosen", CostMeasurements.SavedAgainstNoModel(findings.Cost),
                findings.Cost.IsLimited ? "capacity.recall" : "test.recall", "test.average_precision"],
            Model = Model(findings),
            Predictions = Predictions.OfOneModel(Scored(findings)),
            History = [.. findings.Models.SelectMany(model => model.History.Rows)],
            Pages =
            [
                new ResultPage(
                    "decision.md", new Report($"Decision: {target.PositiveWords}", Lead(findings, measurements), [decision.Open()])),
            ],
        };
    }

    private static MarkdownText Lead(DecisionFindings findings, Measurements measurements)
    {
        DecisionData data = findings.Data;
        return MarkdownText.Of(
            $"{StoryWords.Before(findings)}At which probability should a row of *{data.Rows.Name}* be flagged as "
                + $"**{data.Target.PositiveWords}**? {NoteOrder.Answer(findings.Cost, measurements)}"
            + $"{data.Target.Why} {findings.Test.Positives} of {findings.Test.Count} test rows are. "
            + $"{NothingFound(findings.Cost)}");
    }

    private static MarkdownText NothingFound(CostFindings cost) => cost.Flags switch
    {
        { PredictedPositive: 0 } => MarkdownText.Of($"**At these costs the chosen threshold flags no row: no model is needed.** "),
        { PredictedNegative: 0 } => MarkdownText.Of($"**At these costs the chosen threshold flags every row: no model is needed.** "),
        { TruePositives: 0 } => MarkdownText.Of($"**The chosen threshold finds none of them.** "),
        _ => MarkdownText.Empty,
    };

    private static CvLines Cv(DecisionFindings findings, Measurements measurements)
    {
        var cv = new CvLines { Leak = LeakCallouts.InBrief(findings.Leaks) ?? StoryWords.Leak(findings) };
        cv.Add(
            $"Turned an imbalanced classification problem into a priced decision in C# on TorchSharp: "
            + $"a threshold from the costs of mistakes, at {measurements["cost.chosen"]} on held-out rows, "
            + $"{measurements[CostMeasurements.SavedAgainstNoModel(findings.Cost)]} less than the "
            + $"cheaper policy without a model.");
        cv.Add(
            $"Compared six models in pairs on the same rows, kept ranking (ROC AUC {measurements["test.roc_auc"]}, "
            + $"average precision {measurements["test.average_precision"]}) apart from calibration (error "
            + $"{measurements["test.ece"]}), and repaired what class weights and resampling had broken by Platt scaling, "
            + $"isotonic regression and prior correction, all written from scratch.",
            measurements["test.average_precision"],
            CvRules.NotBeaten(measurements["test.average_precision"], measurements["baseline.rate"]));
        Measurement estimated = measurements["shift.estimated_rate"].InPercent, labelled = measurements["shift.true_rate"].InPercent,
            falseRate = measurements["alarm.false_rate"].InPercent;
        if (findings.Monitor.Windows.IsSimulated)
        {
            cv.Add(
                $"Built monitoring that needs no labels: base rate by expectation and maximisation ({estimated} estimated in a simulated "
                + $"window, {labelled} by its labels), and an alarm with a measured false-alarm rate of {falseRate}.",
                estimated, CvRules.Missed(estimated, labelled));
        }
        else
        {
            cv.Add(
                $"Built monitoring that needs no labels: base rate by expectation and maximisation ({estimated} estimated, {labelled} "
                + $"by labels that came later), and an alarm with a measured false-alarm rate of {falseRate}.",
                estimated, CvRules.Missed(estimated, labelled));
        }
        return cv;
    }

    private static Dictionary<string, object?> Model(DecisionFindings findings) => new(
    [
        new("deciding", findings.Choice.Name),
        .. DecisionModel.Of(findings).Document(),
        new("threshold_is_elkan", findings.Cost.Threshold.IsElkan),
        new("costs", new Dictionary<string, double>
        {
            ["miss"] = findings.Costs.Miss,
            ["false_alarm"] = findings.Costs.FalseAlarm,
            ["review"] = findings.Costs.Review,
        }),
        new("validation_log_loss", findings.Choice.Candidates.ToDictionary(
            one => $"{one.Model.Name}, {one.Kind.Name()}", one => one.LogLoss)),
    ]);

    private static IReadOnlyList<Prediction> Scored(DecisionFindings findings)
    {
        DecisionData data = findings.Data;
        IEnumerable<(string Name, int[] Rows)> parts =
        [
            ("training", data.Training.Rows), ("validation", data.Split.Validation.Rows), ("test", data.Test),
            ("deployment", data.Deployment),
        ];
        return
        [
            .. parts.SelectMany(part => part.Rows.Select(
                row => new Prediction(row, part.Name, null, data.Rows.Labels[row], findings.Choice.Probabilities[row])))
                .OrderBy(prediction => prediction.Row),
        ];
    }
}
