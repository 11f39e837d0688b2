using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>The numbers of this report that a person may quote.</summary>
internal static class CalculusMeasurements
{
    public static Measurements Of(CalculusFindings findings)
    {
        var measurements = new Measurements();
        CheckMeasurements.Add(measurements, findings.Check);
        TutorMeasurements.AddTo(measurements, findings.Tutor);
        AddTape(measurements, findings.Autograd);
        DescentMeasurements.Add(measurements, findings.Descent, findings.StableLearningRate);
        return measurements;
    }

    private static void AddTape(Measurements measurements, AutogradFindings autograd) => measurements.Add(
        "tape.max_abs_difference", "Largest difference, tape against autograd", autograd.LargestDifference, "",
        "the logistic loss of one row, over its three names, float64");
}
