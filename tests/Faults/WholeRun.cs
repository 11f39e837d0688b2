using System.Diagnostics;

namespace MlMaths.Torch.Faults;

/// <summary>A run that nothing happens to: what every other one is compared with, and how long it takes.</summary>
/// <param name="Folder">Its run folder.</param>
/// <param name="Time">From the start of the process to its end.</param>
/// <param name="Bytes">What it leaves on the disk.</param>
internal sealed record WholeRun(string Folder, TimeSpan Time, long Bytes)
{
    public static WholeRun Of(FaultedProgram program, string home)
    {
        string place = Path.Combine(home, $"whole-{program.Name}");
        long start = Stopwatch.GetTimestamp();
        using StartedProgram started = new(program.Executable, [.. program.Arguments, "--out", place]);
        if (started.Ended() is not (0, _) and var ended)
            throw new InvalidOperationException($"{program.Name} does not run: {ended}");
        string folder = Directory.GetDirectories(place).Single();
        return new(folder, Stopwatch.GetElapsedTime(start),
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length));
    }
}
