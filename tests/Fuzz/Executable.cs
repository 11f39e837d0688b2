using System.Diagnostics;

namespace MlMaths.Torch.Fuzz;

/// <summary>Tries an input in a process of its own: the built programs, as a user starts them.</summary>
internal static class Executable
{
    public static Outcome Of(IFuzzedKind kind, byte[] input)
    {
        string home = Directory.CreateTempSubdirectory("fuzz-").FullName;
        try
        {
            string file = Path.Combine(home, "input.csv");
            File.WriteAllBytes(file, input);
            return kind.Command(input, file) is { } command ? Of(command, home) : new(Ending.Refused, "");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    /// <summary>Whether an input can be handed to a program at all.</summary>
    public static bool Takes(IFuzzedKind kind) =>
        kind.Command(kind.Examples[0], Path.Combine(Path.GetTempPath(), "none")) is not null;

    private static Outcome Of(string[] command, string home)
    {
        string program = Path.Combine(Clone.Folder, "projects", command[0] == "mlmaths" ? "Portfolio"
            : command[0], "bin", "Release", "net10.0", $"{command[0]}.dll");
        ProcessStartInfo start = new("dotnet", [program, .. command[1..]])
        {
            WorkingDirectory = home,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        (bool ended, TimeSpan used) = Patience.Usual.Wait(process.WaitForExit, () => UsedBy(process));
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            return new(Ending.Hang, "") { Used = used };
        }

        string said = errors.Result.TrimEnd('\n');
        _ = output.Result;
        return Of(process.ExitCode, said, home) with { Used = used };
    }

    // Once it has ended, nobody knows any more.
    private static TimeSpan UsedBy(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return TimeSpan.Zero;
        }
    }

    private static Outcome Of(int exitCode, string said, string home) => exitCode switch
    {
        0 or 3 => new(Ending.Read, ""),
        2 when Directory.Exists(Path.Combine(home, "runs"))
            && Directory.EnumerateFileSystemEntries(Path.Combine(home, "runs"))
            .Any() => new(Ending.Unclear, $"a folder is left: {said}"),
        2 => ClearSentence.Judge(said) is { } why ? new(Ending.Unclear, $"{why}: {said}")
            : new(Ending.Refused, said),
        _ => new(Ending.Crash, $"exit {exitCode}: {said}"),
    };
}
