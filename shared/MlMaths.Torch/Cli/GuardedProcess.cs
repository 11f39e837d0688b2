using System.Diagnostics;

namespace MlMaths.Torch.Cli;

/// <summary>
/// The same program a second time, with an eye on how it ends: some mistakes make libtorch end the process that it runs in, with a
/// page of addresses. Whoever made the mistake gets its sentence.
/// </summary>
internal static class GuardedProcess
{
    private const string Mark = "MLMATHS_GUARDED", Said = "what():";

    /// <summary>Whether this is the second time.</summary>
    public static bool IsInside => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>Runs the command; its exit code, or 3 where libtorch ended it.</summary>
    public static int Run(string[] args, CommandConsole speaker)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        ProcessStartInfo start = new(program) { RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (string word in args)
            start.ArgumentList.Add(word);
        start.Environment[Mark] = "1";
        using Process inside = Process.Start(start) ?? throw new InvalidOperationException("The process could not be started.");
        string errors = inside.StandardError.ReadToEnd();
        inside.WaitForExit();
        if (inside.ExitCode is ExitCode.Done or ExitCode.OurDefect or ExitCode.UsersMistake or ExitCode.AnswerIsNo or ExitCode.Cancelled)
        {
            if (errors.Length > 0)
                speaker.Complain(errors.TrimEnd());
            return inside.ExitCode;
        }

        string? why = errors.Split('\n').FirstOrDefault(line => line.Contains(Said, StringComparison.Ordinal));
        string said = why is null ? "" : $" libtorch said: {why[(why.IndexOf(Said, StringComparison.Ordinal) + Said.Length)..].Trim().TrimEnd('.')}.";
        speaker.Complain($"The code ended the whole program.{said} torch.matmul does that where shapes do not meet; mm, mv and dot say so instead.");
        return ExitCode.AnswerIsNo;
    }
}
