using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>What a person may quote of the tutor.</summary>
internal static class TutorMeasurements
{
    public static void AddTo(Measurements measurements, TutorFindings tutor)
    {
        string Corrupted(string which) => $"{tutor.Trials.Count} gradients with one mistake each, at random shapes; "
            + $"for every parameter with wrong numbers {which} must be the true mistake";

        measurements.Add("tutor.first", "Tutor: the mistake named first", tutor.First, "", Corrupted("the first name"));
        measurements.Add(
            "tutor.first_two", "Tutor: the mistake among the first two", tutor.FirstTwo, "",
            Corrupted("one of the first two names"));
        measurements.Add(
            "tutor.first_open", "Tutor: named first, derivations its rules were tried on", tutor.FirstOpen, "",
                Corrupted("the first name"));
        measurements.Add(
            "tutor.first_closed", "Tutor: named first, derivations closed to its rules", tutor.FirstClosed, "",
            Corrupted("the first name"));
        measurements.Add(
            "tutor.pairs_first", "Tutor: two mistakes at once, both named first", tutor.FirstOfPairs, "",
            $"{tutor.Pairs.Count} gradients with two mistakes each");
        measurements.Add(
            "tutor.false_rejections", "Tutor: correct gradients that were rejected", tutor.FalseRejections, "",
            $"{tutor.Right} correct gradients: in float64 and float32, in loops, in another order, by differences");
        measurements.Add(
            "tutor.unknown_admitted", "Tutor: mistakes without a name that were left "
            + "unnamed", tutor.UnknownAdmitted, "",
            $"{tutor.Unknown.Count} gradients wrong in other ways");
    }
}
