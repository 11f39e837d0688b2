using System.Diagnostics;

namespace MlMaths.Torch.Faults;

/// <summary>A program that runs, and what happens to it.</summary>
internal sealed class StartedProgram : IDisposable
{
    private const string Mark = "MLMATHS_FAULT_TRIAL";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Process _process;
    private readonly Task<string> _errors, _output;

    public StartedProgram(string executable, IEnumerable<string> arguments)
    {
        ProcessStartInfo start =
            new(executable, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment[Mark] = _mark;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} was not started.");
        (_errors, _output) = (_process.StandardError.ReadToEndAsync(), _process.StandardOutput.ReadToEndAsync());
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Waits a while, or until it ends by itself.</summary>
    public bool EndsWithin(TimeSpan time) => _process.WaitForExit(time);

    public void Kill() => _process.Kill();

    /// <summary>INT or TERM.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code and what it said of mistakes; null where it does not end.</summary>
    public (int ExitCode, string Said)? Ended()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
            return null;
        }

        _output.Wait(Patience);
        return (_process.ExitCode, _errors.Wait(Patience) ? _errors.Result.Trim()
            : "(a child process holds its standard error)");
    }

    /// <summary>
    /// Processes that it has started and that go on without it; on Linux, where the system says what a process was
    /// started with.
    /// </summary>
    public int Orphans()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        return Directory.EnumerateDirectories("/proc").Count(IsOurs);
    }

    public void Dispose() => _process.Dispose();

    private bool IsOurs(string process)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0]) && Path.GetFileName(process) != $"{_process.Id}"
                && File.ReadAllText(Path.Combine(process, "environ")).Contains($"{Mark}={_mark}",
                    StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
