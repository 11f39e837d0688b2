using MlMaths.Torch.Data;
using MlMaths.Torch.LogisticRegression.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class LogisticReport
{
    public static ProjectResult Of(LogisticFindings findings, double[] scores)
    {
        Measurements measurements = LogisticMeasurements.Of(findings);
        var report = new Report(
            "Logistic regression from scratch",
            Lead(findings, measurements),
            [
                ModelSection.Of(findings),
                AuditSection.Of(findings, measurements),
                LearningRatesSection.Of(findings, measurements),
                PenaltySection.Of(findings),
                ThresholdSection.Of(findings, measurements),
                TestSection.Of(findings, measurements),
                WeightsSection.Of(findings, measurements),
                BoundarySection.Of(findings),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["test.roc_auc", "test.recall", "test.cost_per_case"],
            Model = Model(findings),
            Predictions = Predictions.OfOneModel(Scored(findings.Data, scores)),
            History =
            [
                .. findings.LearningRates.Runs.SelectMany(run => run.History.Rows), .. findings.LearningRates.Newton.Rows,
                .. findings.Final.History.Rows,
            ],
        };
    }

    private static MarkdownText Lead(LogisticFindings findings, Measurements measurements)
    {
        BinaryTarget target = findings.Data.Target;
        if (findings.Test is not { } test)
        {
            return $"A straight line in {findings.Data.Rows.Columns} standardised columns, "
                + $"fitted to all {findings.Data.Rows.Rows} rows of *{findings.Data.Rows.Name}* to tell "
                + $"**{target.PositiveWords}** from **{target.NegativeWords}**. "
                + $"No rows were held out, so nothing here says how well it does on new ones.";
        }

        Evaluation.ConfusionMatrix calls = test.Metrics.Confusion;
        return $"{OneClass(calls, target)}A straight line in {findings.Data.Rows.Columns} standardised columns tells "
            + $"**{target.PositiveWords}** "
            + $"from **{target.NegativeWords}** in *{findings.Data.Rows.Name}*. On {calls.Rows} rows that took no part "
            + $"in any choice it ranks with a ROC AUC of {measurements["test.roc_auc"]}. "
            + $"Flagged at p ≥ {findings.Choice.Rule.Chosen:0.###}, it misses {calls.FalseNegatives} of {calls.Positives} "
            + $"and raises {calls.FalsePositives} false alarms among {calls.Negatives}.";
    }

    private static MarkdownText OneClass(Evaluation.ConfusionMatrix calls, BinaryTarget target) => calls switch
    {
        { PredictedPositive: 0 } => MarkdownText.Of(
            $"**At the threshold in use it flags no row, and finds none of the {calls.Positives} test rows with "
            + $"{target.PositiveWords}.** "),
        { PredictedNegative: 0 } => MarkdownText.Of(
            $"**At the threshold in use it flags every row, so that no model is needed for that.** "),
        _ => MarkdownText.Empty,
    };

    private static CvLines Cv(LogisticFindings findings, Measurements measurements)
    {
        var cv = new CvLines { Leak = LeakCallouts.InBrief(findings.Leaks) };
        cv.Add(
            $"Implemented logistic regression from scratch in C# on TorchSharp, with loss, "
            + $"gradient and Hessian derived by hand; the gradient {measurements["gradient.max_abs_difference"]:autograd} "
            + $"in every coordinate.");
        cv.Add(
            $"Solved the penalised problem with a damped Newton method in {measurements["newton.steps"]:value}, "
            + $"and explained beside it why gradient descent needs so many more.");
        cv.Add(
            $"Reached a ROC AUC of {measurements["test.roc_auc"]} and an average precision of "
            + $"{measurements["test.average_precision"]} on held-out rows that were scored once.");
        if (findings.Test is not null)
        {
            cv.Add(
                $"Chose the decision threshold from the costs of both errors, by theory and by trial on validation rows, "
                + $"for a cost per case of {measurements["test.cost_per_case"]} on test rows with a recall of "
                + $"{measurements["test.recall"]}.");
        }
        return cv;
    }

    private static Dictionary<string, object?> Model(LogisticFindings findings)
    {
        IReadOnlyList<string> columns = findings.Data.Rows.ColumnNames;
        double[] θ = findings.Final.Model.Parameters.ToArray();
        return new Dictionary<string, object?>
        {
            ["weights"] = ByColumn(θ),
            ["bias"] = θ[^1],
            ["penalty"] = findings.Final.Penalty,
            ["means"] = ByColumn(findings.Data.Scaler.Means),
            ["deviations"] = ByColumn(findings.Data.Scaler.Deviations),
        };

        Dictionary<string, double> ByColumn(IReadOnlyList<double> numbers) =>
            columns.Select((name, column) => (name, numbers[column])).ToDictionary(pair => pair.name, pair => pair.Item2);
    }

    private static IReadOnlyList<Prediction> Scored(PreparedBatches<BinaryTarget> data, double[] scores) =>
        [.. data.Split.Parts
            .SelectMany(part => part.Rows.Select(row => new Prediction(row, part.Name, null, data.Rows.Labels[row], scores[row])))
            .OrderBy(prediction => prediction.Row)];
}
