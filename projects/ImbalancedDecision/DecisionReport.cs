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
        var report = new Report(
            "The imbalanced-classification decision note",
            $"lead",
            [
                TrapSection.Of(findings, measurements),
                ModelsSection.Of(findings),
                CalibrationSection.Of(findings, measurements),
            ]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = ["test.average_precision", "test.recall"],
            Predictions = Predictions.OfOneModel(Scored(findings)),
            History = [.. findings.Models.SelectMany(model => model.History.Rows)],
        };
    }

    private static IReadOnlyList<Prediction> Scored(DecisionFindings findings)
    {
        DecisionData data = findings.Data;
        IEnumerable<(string Name, int[] Rows)> parts =
            [("training", data.Training.Rows), ("validation", data.Split.Validation.Rows), ("test", data.Test), ("deployment", data.Deployment)];
        return
        [
            .. parts.SelectMany(part => part.Rows.Select(row => new Prediction(row, part.Name, null, data.Rows.Labels[row], findings.Choice.Probabilities[row])))
                .OrderBy(prediction => prediction.Row),
        ];
    }
}
