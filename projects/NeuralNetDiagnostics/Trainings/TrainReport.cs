using MlMaths.Torch.Doctor;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the page of a training says.</summary>
internal static class TrainReport
{
    private static readonly string[] Headline = ["train.loss", "validation.loss", "validation.accuracy", "validation.error"];

    public static ProjectResult Of(TrainFindings findings)
    {
        Measurements measurements = TrainMeasurements.Of(findings);
        StartDiagnosis diagnosis = findings.Examination.Diagnosis;
        string resolved = findings.Spec.Resolved(findings.Data);
        MarkdownText opening = MarkdownText.Of(
            $"A net trained on {findings.Data.TrainingRows:N0} rows of *{findings.Data.Rows.Name}*. {resolved} The training "
            + $"{findings.History.Ending}. {diagnosis.Counts}");
        var report = new Report(
            "A training from a file", findings.Caution is { } caution ? MarkdownText.Of($"**{caution}** {opening}") : opening,
            [
                CurvesSection.Of(findings, measurements), ChecksSection.Of(findings.Examination), SpecSection.Of(findings, measurements),
            ]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = [.. Headline.Where(id => measurements.Any(one => one.Id == id))],
            Spoken = [.. findings.Caution is { } first ? [first] : Array.Empty<string>(), resolved, .. DiagnosisLines.OfCauses(diagnosis)],
            Documents = [new ResultDocument("spec.json", findings.Spec.Whole)],
            History = findings.History.Rows,
        };
    }
}
