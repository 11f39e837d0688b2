using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>
/// The first process's side: hands a learner's file to a child and waits for what comes of it, no longer and with no more memory than
/// <see cref="BenchLimits"/> allow. A child that ended is replaced at once, so that the next file finds one.
/// </summary>
internal sealed class Bench : IDisposable
{
    private const int LookEvery = 100; // milliseconds

    private readonly StringBuilder _errors = new();
    private readonly string _program;
    private readonly string? _entry;
    private Process _child;

    /// <summary>Starts the child: this very program once more.</summary>
    public Bench()
        : this(
            Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path."),
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.GetCommandLineArgs()[0] : null)
    {
    }

    /// <summary>Starts the child from a program that serves as one.</summary>
    /// <param name="program">What is started.</param>
    /// <param name="entry">The assembly that it runs; null where it is one itself.</param>
    public Bench(string program, string? entry)
    {
        (_program, _entry) = (program, entry);
        _child = Started();
    }

    /// <summary>What comes of a file.</summary>
    public BenchReply Ask(BenchRequest request, CancellationToken cancellation = default)
    {
        if (_child.HasExited) Renew();
        _child.StandardInput.WriteLine(BenchWire.Packed(request));
        _child.StandardInput.Flush();
        var clock = Stopwatch.StartNew();
        long before = Resident();
        Task<BenchReply?> answer = Task.Run(Read, CancellationToken.None);
        while (!answer.Wait(LookEvery, cancellation))
        {
            bool grew = Resident() - before > BenchLimits.Bytes, late = clock.Elapsed > BenchLimits.Silence;
            if (!grew && !late) continue;
            Renew();
            return BenchReply.Stopped(grew ? BenchLimits.TooMuch : BenchLimits.TooLong);
        }

        if (answer.Result is { Ending: not BenchEnding.Stopped } reply) return reply;
        BenchReply ended = answer.Result ?? Ended();
        Renew();
        return ended;
    }

    /// <summary>Ends the child.</summary>
    public void Dispose()
    {
        if (!_child.HasExited) _child.Kill(entireProcessTree: true);
        _child.Dispose();
    }

    private BenchReply? Read()
    {
        while (_child.StandardOutput.ReadLine() is { } line)
        {
            if (BenchWire.Unpacked<BenchReply>(line) is { } reply) return reply;
        }

        return null;
    }

    private BenchReply Ended()
    {
        _child.WaitForExit();
        lock (_errors)
            return BenchReply.Stopped(DeadChild.Words(_errors.ToString(), _child.ExitCode));
    }

    private void Renew()
    {
        Dispose();
        lock (_errors)
            _errors.Clear();
        _child = Started();
    }

    private long Resident()
    {
        try
        {
            _child.Refresh();
            return _child.HasExited ? 0 : _child.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended meanwhile
        }
    }

    private Process Started()
    {
        ProcessStartInfo start = new(_program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (_entry is not null)
            start.ArgumentList.Add(_entry);
        start.ArgumentList.Add(BenchWire.Word);
        start.Environment["DOTNET_GCHeapHardLimit"] = BenchLimits.Bytes.ToString("X", CultureInfo.InvariantCulture);
        Process child = Process.Start(start) ?? throw new InvalidOperationException("The process could not be started.");
        child.ErrorDataReceived += (_, told) =>
        {
            lock (_errors)
                _errors.AppendLine(told.Data);
        };
        child.BeginErrorReadLine();
        return child;
    }
}
