using System.Diagnostics;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio;

/// <summary>This very program once more, in a process of its own: what ends it does no harm to the first.</summary>
internal static class OwnProgram
{
    // A run that is asked to end writes what it has, and says that it was cancelled.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command to its end, or until it is cancelled.</summary>
    /// <param name="args">What is typed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="folder">Where it is typed; null for here.</param>
    /// <param name="launcher">How the launcher was typed; null: as it was for this program.</param>
    /// <returns>How it ended, and what it said of mistakes.</returns>
    public static (int ExitCode, string Errors) Run(
        IReadOnlyList<string> args, CancellationToken cancellation, string? folder = null, string? launcher = null)
    {
        // Started by the launcher, by dotnet run or from a published folder: beside this assembly stands the program.
        string assembly = typeof(OwnProgram).Assembly.Location;
        ProcessStartInfo start = assembly.Length > 0
            ? new("dotnet", [assembly, .. args])
            : new(Environment.ProcessPath!, args);
        start.WorkingDirectory = folder ?? "";
        if (launcher is not null) start.Environment[RepeatedCommand.TypedVariable] = launcher;
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        using Process program = Process.Start(start)!;
        using CancellationTokenRegistration stop = cancellation.Register(() => _ = EndAsync(program));
        Task<string> said = program.StandardOutput.ReadToEndAsync(CancellationToken.None);
        string errors = program.StandardError.ReadToEnd().Trim();
        program.WaitForExit();
        said.Wait(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return (program.ExitCode, errors);
    }

    /// <summary>Asks it to end, and ends it where it does not.</summary>
    private static async Task EndAsync(Process program)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                Process.Start("sh", ["-c", FormattableString.Invariant($"kill -TERM {program.Id}")]).Dispose();
            using CancellationTokenSource patience = new(Grace);
            await program.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended, and been let go of.
        }
    }
}
