using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>What a person may quote of the tutor.</summary>
internal static class TutorMeasurements
{
    public static void AddTo(Measurements measurements, TutorFindings tutor)
    {
        static string Corrupted(int gradients, string which) => $"{Counted.Of(gradients, "gradient")} with one mistake each, at random "
            + $"shapes; for every parameter with wrong numbers {which} must be the true mistake";
        int closed = tutor.Trials.Count(trial => trial.IsClosed);

        measurements.Add("tutor.first", "Tutor: the mistake named first", tutor.First, "",
            Corrupted(tutor.Trials.Count, "the first name"));
        measurements.Add(
            "tutor.first_two", "Tutor: the mistake among the first two", tutor.FirstTwo, "",
            Corrupted(tutor.Trials.Count, "one of the first two names"));
        measurements.Add(
            "tutor.first_open", "Tutor: named first, derivations its rules were tried on", tutor.FirstOpen, "",
            Corrupted(tutor.Trials.Count - closed, "the first name"));
        measurements.Add(
            "tutor.first_closed", "Tutor: named first, derivations closed to its rules", tutor.FirstClosed, "",
            Corrupted(closed, "the first name"));
        measurements.Add(
            "tutor.pairs_first", "Tutor: two mistakes at once, both named first", tutor.FirstOfPairs, "",
            $"{Counted.Of(tutor.Pairs.Count, "gradient")} with two mistakes each");
        measurements.Add(
            "tutor.reported_first", "Tutor: mistakes that other people reported, named first", tutor.FirstOfReported, "",
            $"{Counted.Of(tutor.Reported.Count, "slip")} from reports in public repositories, each written into a derivation here");
        measurements.Add(
            "tutor.false_rejections", "Tutor: correct gradients that were rejected", tutor.FalseRejections, "",
            $"{Counted.Of(tutor.Right, "correct gradient")}: in float64 and float32, in loops, in another order, by differences");
        measurements.Add(
            "tutor.unknown_admitted", "Tutor: mistakes without a name that were left "
            + "unnamed", tutor.UnknownAdmitted, "",
            $"{Counted.Of(tutor.Unknown.Count, "gradient")} wrong in other ways");
    }
}
