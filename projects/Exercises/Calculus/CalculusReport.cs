using MlMaths.Torch.Exercises.Calculus.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class CalculusReport
{
    public static ProjectResult Of(CalculusFindings findings)
    {
        Measurements measurements = CalculusMeasurements.Of(findings);
        var report = new Report(
            "Calculus: gradients derived, checked, graded and explained",
            $"What the chain rule is worth, measured.",
            [
                CheckSection.Of(findings.Check, measurements),
                AutogradSection.Of(findings.Autograd, measurements),
                DescentSection.Of(findings.Descent, measurements),
                StableRateSection.Of(findings.StableRate, measurements),
            ]);
        return new ProjectResult(report, measurements, new CvLines()) { Headline = ["tape.max_abs_difference"] };
    }
}
