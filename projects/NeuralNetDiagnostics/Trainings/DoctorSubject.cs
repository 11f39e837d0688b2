using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary>What the doctor is asked about: a training that can be made again, or a log of one.</summary>
/// <param name="Spec">The training; null for a log.</param>
/// <param name="Log">The log; null for a training.</param>
/// <param name="Seed">Of the finished run that it is of; null where there is none, or another one was asked for.</param>
/// <param name="Classes">Of a log: how many classes there are, where that is known.</param>
/// <param name="ReadAs">What a folder was taken for, in a sentence; empty for a file.</param>
internal sealed record DoctorSubject(TrainingSpec? Spec, TrainingLog? Log, int? Seed, int? Classes, string ReadAs)
{
    private const string SpecName = "spec.json";

    /// <summary>Whether a path leads to a log and to no spec.</summary>
    public static bool IsLog(string path) => !File.Exists(Path.Combine(path, SpecName)) && TrainingLog.Is(path);

    /// <summary>A spec, or the one that a finished run has left in its folder.</summary>
    public static DoctorSubject OfSpec(string path, ParsedOptions parsed)
    {
        if (!Directory.Exists(path)) return new(TrainingSpec.Read(path), null, null, null, "");
        FinishedRun? run = RunIn(path);
        // A CSV that the spec names stands beside the spec as it was typed, not beside the copy.
        string? home = run?.Args is [{ } typed, ..] ? Path.GetDirectoryName(typed) : null;
        var spec = TrainingSpec.Read(Path.Combine(path, SpecName), home);
        int? seed = parsed.Given.Any(option => option.Name == "--seed") ? null : run?.Seed;
        string seeded = seed is { } one ? $", with its seed {one}" : "";
        return new(spec, null, seed, null, $"Read as a finished run: its {SpecName}{seeded}, trained again.");
    }

    private static FinishedRun? RunIn(string folder)
    {
        try
        {
            return FinishedRun.Open(folder);
        }
        catch (UserMistakeException)
        {
            return null; // any folder with a spec will do
        }
    }
}
