using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>The numbers about the gradient check that a person may quote.</summary>
internal static class CheckMeasurements
{
    public static void Add(Measurements measurements, CheckFindings findings)
    {
        int coordinates = findings.Derivations.Sum(one => one.Coordinates);
        string how = $"{findings.Derivations.Count} derivations at random points, {coordinates} coordinates, float64";
        measurements.Add("check.derivations", "Derivations", findings.Derivations.Count, "gradients of losses and layers", "the catalogue");
        measurements.Add("check.worst_autograd", "Largest distance of a derivation from autograd", findings.WorstAutograd, "", how);
        measurements.Add(
            "check.worst_differences", "Largest distance of a derivation from differences", findings.WorstDifferences,
            "", $"{how}, coordinates with a kink in the step left out");
        foreach (CheckedDerivation one in findings.Derivations)
        {
            measurements.Add(
                $"check.{one.Derivation.Name.Replace('-', '_')}.worst",
                $"{one.Derivation.Title}: largest distance from autograd", one.ToAutograd, "",
                $"{one.Coordinates} coordinates at random points, float64");
        }

        string planted = $"{findings.SurveyPoints} random points";
        measurements.Add(
            "check.kinks_labelled", "Coordinates across a planted kink that are labelled as such",
            findings.Survey.KinksLabelled, "",
            $"nets of one hidden ReLU layer at {planted}; "
            + $"the net's geometry says which are across, and a label on any other counts as an error");
        measurements.Add(
            "check.planted_found", "Planted errors that are found, with the right answer blamed",
            findings.Survey.ErrorsFound, "",
            $"all derivations at {planted}, each coordinate wrong by a ten-thousandth to a tenth of itself");
        measurements.Add(
            "check.false_alarms", "Correct gradients that are reported as wrong", findings.Survey.FalseAlarms, "",
            $"all derivations at {planted}");
    }
}
