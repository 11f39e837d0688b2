using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MlMaths.Torch.Cli;

/// <summary>
/// The same program a second time, with an eye on how it ends: some mistakes make libtorch end the process that it runs in, with a
/// page of addresses. Whoever made the mistake gets its sentence. The second does not outlive the first.
/// </summary>
internal static class GuardedProcess
{
    private const string Mark = "MLMATHS_GUARDED", Said = "what():";

    private static readonly string[] NoMemory =
    [
        "out of memory", "allocate memory", "bad_alloc", "not enough memory", "GC heap initialization failed",
        "Failed to create CoreCLR", "no more memory",
    ];

    /// <summary>Whether this is the second time.</summary>
    public static bool IsInside => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>In the second process: ends it when the first is gone, even where that was killed and could tell nobody.</summary>
    public static void EndWithParent()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(Mark), NumberStyles.None, CultureInfo.InvariantCulture, out int first))
            return;
        new Thread(() =>
        {
            try
            {
                using var parent = Process.GetProcessById(first);
                parent.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It is gone already.
            }

            using var self = Process.GetCurrentProcess();
            self.Kill(); // not Exit, which would wait for what libtorch is doing
        })
        { IsBackground = true, Name = "watches the first process" }.Start();
    }

    /// <summary>Runs the command; its exit code, 3 where libtorch ended it, 130 where somebody stopped this process.</summary>
    public static int Run(string[] args, CommandConsole speaker)
    {
        using Process inside = Process.Start(Again(args)) ?? throw new InvalidOperationException("The process could not be started.");
        bool isStopped = false;
        PosixSignalRegistration[] signals =
            [.. Interruption.Signals.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
        try
        {
            string errors = inside.StandardError.ReadToEnd();
            inside.WaitForExit();
            return isStopped ? Cancelled(speaker) : Ended(inside.ExitCode, errors, speaker);
        }
        finally
        {
            foreach (PosixSignalRegistration signal in signals)
                signal.Dispose();
        }

        void Stop(PosixSignalContext signal)
        {
            (signal.Cancel, isStopped) = (true, true);
            inside.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Again(string[] args)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        ProcessStartInfo start = new(program) { RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (string word in args)
            start.ArgumentList.Add(word);
        start.Environment[Mark] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    private static int Cancelled(CommandConsole speaker)
    {
        speaker.Complain("Cancelled.");
        return ExitCode.Cancelled;
    }

    private static int Ended(int code, string errors, CommandConsole speaker)
    {
        if (code is ExitCode.Done or ExitCode.OurDefect or ExitCode.UsersMistake or ExitCode.AnswerIsNo or ExitCode.Cancelled)
        {
            if (errors.Length > 0)
                speaker.Complain(errors.TrimEnd());
            return code;
        }

        if (NoMemory.Any(words => errors.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            speaker.Complain("The process got no memory: raise its limit (ulimit -v unlimited), or close other "
                + "programs.");
            return ExitCode.UsersMistake;
        }

        string? why = errors.Split('\n').FirstOrDefault(line => line.Contains(Said, StringComparison.Ordinal));
        speaker.Complain(why is null
            ? FormattableString.Invariant($"The code ended the whole program, with exit code {code} and without a ")
                + "message from libtorch: endless recursion does that, and so does killing the process."
            : $"The code ended the whole program. libtorch said: "
                + $"{why[(why.IndexOf(Said, StringComparison.Ordinal) + Said.Length)..].Trim().TrimEnd('.')}. "
                + "torch.matmul does that where shapes do not match; mm, mv and dot report it instead.");
        return ExitCode.AnswerIsNo;
    }
}
