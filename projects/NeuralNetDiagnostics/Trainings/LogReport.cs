using MlMaths.Torch.Doctor;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the page of an examined log says.</summary>
internal static class LogReport
{
    public static ProjectResult Of(LogExamination examination) => new(
        new Report(
            "A log examined", MarkdownText.Of($"{examination.Counts} {LogExamination.NotJudged}"),
            [LogSection.Causes(examination), LogSection.Curves(examination), LogSection.Checks(examination)]),
        DoctorReport.Counted(examination.Checks), new CvLines())
    {
        Headline = DoctorReport.Headline,
        Spoken = DiagnosisLines.Of(examination),
        Documents = [new ResultDocument("diagnosis.json", DiagnosisDocument.Of(examination))],
        IsNo = examination.IsIll,
    };
}
