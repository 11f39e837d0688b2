using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>The numbers about descent and its largest stable rate that a person may quote.</summary>
internal static class DescentMeasurements
{
    private const string Missing = "a trial had no prediction or no bound";

    public static void Add(Measurements measurements, DescentFindings descent, StableLearningRateFindings stable)
    {
        int paths = descent.OnParabola.Count + descent.OnBowl.Count, steps = descent.OnBowl[0].Path.Points.Count - 1;
        measurements.Add(
            "descent.path_difference", "Largest distance of a path of descent from the closed form", descent.PathDifference, "",
            $"{paths} paths of {steps} steps on a parabola and a bowl, each by hand and by autograd, "
            + $"over every coordinate and step, float64");
        measurements.Add(
            "descent.autograd_difference", "Largest distance between the paths by hand and by autograd", descent.AutogradDifference, "",
            $"the same {paths} paths");

        StabilitySurvey survey = stable.Survey;
        string tried = $"predicted 2/λmax by power iteration, tried by bisection over descents of up to {stable.Steps} steps",
            trials = $"plain descent on {survey.Quadratics.Count} bowls, where the limit is a theorem, and on "
                + $"{Counted.Of(survey.Nets.Count, "small net")} near a minimum; {tried}";
        measurements.Add(
            "stable.nets_within_octave", "Share of small nets whose largest stable learning rate was predicted within a factor of 2",
            survey.WithinOctave, "",
            $"plain descent on {Counted.Of(survey.Nets.Count, "small net")} near a minimum; {tried}");
        measurements.Add(
            "stable.worst_ratio", "Worst factor between predicted and tried largest stable rate", survey.WorstFactor,
            "", trials, Missing);
        measurements.Add(
            "stable.worst_ratio_momentum", "The same with momentum", StabilitySurvey.Worst(survey.WithMomentum), "",
            $"{survey.WithMomentum.Count} bowls, β = {StabilitySurvey.VelocityKept}, predicted 2(1 + β)/λmax", Missing);
        measurements.Add(
            "stable.worst_ratio_first_weights", "The same for nets at their initial weights",
            StabilitySurvey.Worst([.. survey.Nets.Select(net => net.Initial)]), "",
            $"{survey.Nets.Count} small nets before any training, where the theory does not hold", Missing);
    }
}
