using System.Runtime.InteropServices;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>A whole program: whatever slips through its commands ends in one sentence and an exit code, never in an abort.</summary>
public static class Executable
{
    // SIGXFSZ ends a process that writes beyond `ulimit -f`, in the middle of a word; without it the write fails, and is told.
    private const PosixSignal FileGrewTooLarge = (PosixSignal)25;

    /// <summary>
    /// Runs the program. 0 to 3 and 130 are its own; 1: a defect of ours; 2: the machine, or what is asked, does not
    /// allow it.
    /// </summary>
    /// <param name="program">Its commands; answers with the exit code.</param>
    public static int Run(Func<int> program)
    {
        using StandardStreams streams = StandardStreams.Guard();
        using PosixSignalRegistration? limit = OperatingSystem.IsLinux()
            ? PosixSignalRegistration.Create(FileGrewTooLarge, signal => signal.Cancel = true)
            : null;
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
            Environment.Exit(Told(
                thrown.ExceptionObject as Exception ?? new InvalidOperationException("An unknown thing was thrown."),
                streams));
        try
        {
            int code = program();
            return streams.OutputRefusal is { } refusal && code is ExitCode.Done or ExitCode.AnswerIsNo ? Unheard(refusal, streams) : code;
        }
        catch (Exception slipped)
        {
            return Told(slipped, streams);
        }
    }

    private static int Told(Exception slipped, StandardStreams streams)
    {
        Exception inner = slipped;
        while (inner is TypeInitializationException or AggregateException { InnerExceptions.Count: 1 } && inner.InnerException is { } cause)
            inner = cause;
        if (inner is UserMistakeException mistake)
            return Say(mistake.Message, ExitCode.UsersMistake);
        return MachineLimit.Of(inner, ".") is { } limit
            ? Say(limit.Sentence(null), ExitCode.UsersMistake)
            : Say($"This is a bug in the program ({inner.GetType().Name}: "
                + $"{Quoted.Path(inner.Message)}).", ExitCode.OurDefect);

        int Say(string sentence, int code)
        {
            streams.Errors.WriteLine(sentence);
            return code;
        }
    }

    private static int Unheard(Exception refusal, StandardStreams streams)
    {
        streams.Errors.WriteLine(
            $"Standard output could not be written ({Quoted.Path(refusal.Message.TrimEnd('.')).Trim('\'')}), "
            + $"so part of the answer is missing: "
                + "send it to a place with free space; what a run wrote into its folder is complete.");
        return ExitCode.UsersMistake;
    }
}
