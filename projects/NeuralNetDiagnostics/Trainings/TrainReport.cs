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
        StartDiagnosis diagnosis = StartDiagnosis.Of(findings.Checks);
        var report = new Report(
            "A training from a file",
            $"A net trained on {findings.Data.TrainingRows:N0} rows of *{findings.Data.Rows.Name}*, as a spec says. It "
            + $"{findings.History.Ending}. {diagnosis.Counts}",
            [
                CurvesSection.Of(findings, measurements), ChecksSection.Of(findings.Checks), SpecSection.Of(findings, measurements),
            ]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = [.. Headline.Where(id => measurements.Any(one => one.Id == id))],
            Spoken = [.. DiagnosisLines.OfCauses(diagnosis)],
            Documents = [new ResultDocument("spec.json", findings.Spec.Whole)],
            History = findings.History.Rows,
        };
    }
}
