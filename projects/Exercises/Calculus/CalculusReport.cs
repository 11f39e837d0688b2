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
            Lead(findings, measurements),
            [
                DerivationsSection.Of(findings.Check),
                CheckSection.Of(findings.Check, measurements),
                TutorSection.Of(findings.Tutor, measurements),
                AutogradSection.Of(findings.Autograd, measurements),
                DescentSection.Of(findings.Descent, measurements),
                StableLearningRateSection.Of(findings.StableLearningRate, measurements),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["check.worst_autograd", "tutor.first", "stable.nets_within_octave"],
        };
    }

    private static MarkdownText Lead(CalculusFindings findings, Measurements measurements) =>
        $"{findings.Check.Derivations.Count} gradients are derived by hand, from linear regression to attention, and lie at most "
        + $"{measurements["check.worst_autograd"]:value} from autograd. A check explains every difference; a tutor names the mistake "
        + $"in a wrong gradient, correctly at the first attempt in "
        + $"{measurements["tutor.first"].OfCount(findings.Tutor.Trials.Count, "gradients")} that were broken on purpose. The last part "
        + $"turns the same derivatives into steps, and predicts which steps are too long.";

    private static CvLines Cv(CalculusFindings findings, Measurements measurements)
    {
        var cv = new CvLines();
        if (findings.Check.Derivations.All(one => one.Labels[Torch.Calculus.CoordinateLabel.Wrong] == 0))
        {
            cv.Add(
                $"Derived {measurements["check.derivations"]:value} by hand, among them layer normalisation and "
                + $"attention; in C# they agree with autograd to {measurements["check.worst_autograd"]:value}.");
        }
        cv.Add(
            $"Built a gradient check that distinguishes truncation, rounding, kinks and mistakes; "
            + $"it found {measurements["check.planted_found"].InPercent} of planted errors of a ten-thousandth and "
            + $"more, and reported {measurements["check.false_alarms"].InPercent} of correct gradients as wrong.");
        cv.Add(
            $"Implemented reverse-mode differentiation from scratch; on the logistic loss its gradient differs from "
            + $"that of libtorch's autograd by {measurements["tape.max_abs_difference"]:value}.");
        cv.Add(
            $"Predicted the largest stable learning rate from the largest eigenvalue of the Hessian, "
            + $"by power iteration on Hessian-vector products: "
            + $"within a factor of two for {measurements["stable.nets_within_octave"].InPercent} of small nets near a minimum.");
        return cv;
    }
}
