using System.Diagnostics;

namespace MlMaths.Torch.Benchmarks;

/// <summary>Runs a program again and again, and compares what it wrote with what it wrote first.</summary>
internal sealed class RepeatedRuns(RepeatOptions options, int total)
{
    private readonly Dictionary<(StressProgram, bool), RunNumbers> _first = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _done;

    /// <summary>Every repetition in one setting, against the first run of the program.</summary>
    public IReadOnlyList<RunDifference> Of(StressProgram program, StressSetting setting, int times)
    {
        if (!_first.TryGetValue((program, setting.IsFull), out RunNumbers? first))
        {
            first = _first[(program, setting.IsFull)] = Run(program,
                new StressSetting("first") { IsFull = setting.IsFull });
        }

        using BusyProcesses busy = new(setting.Busy);
        List<RunDifference> differences = [];
        for (int i = 0; i < times; i++)
        {
            differences.Add(RunDifference.Between(first, Run(program, setting)));
            _done++;
            TimeSpan left = Stopwatch.GetElapsedTime(_start) * ((double)(total - _done) / _done);
            string found = differences[^1].IsNone ? "equal"
                : $"{differences[^1].Cells} cells differ, {differences[^1].Where} {differences[^1].Decision}";
            string progress = $"[{_done} of {total}, {left.TotalMinutes:0} min left]";
            Console.Error.WriteLine($"{progress} {program.Name}, {setting.Name}: {found}");
        }

        return differences;
    }

    private RunNumbers Run(StressProgram program, StressSetting setting)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("repeat-");
        try
        {
            ProcessStartInfo start =
                new(program.File(options.Root), program.Arguments(setting, options.Seed, folder.FullName))
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    WorkingDirectory = folder.FullName,
                };
            setting.Apply(start.Environment);
            using Process process =
                Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
            Task<string> said = process.StandardOutput.ReadToEndAsync(),
                complained = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                string ended = $"{program.Name}, {setting.Name} ended with {process.ExitCode}";
                throw new InvalidOperationException($"{ended}: {said.Result}{complained.Result}");
            }

            return RunNumbers.Of(folder.EnumerateDirectories().Single().FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
