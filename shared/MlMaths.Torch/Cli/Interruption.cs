using System.Runtime.InteropServices;

namespace MlMaths.Torch.Cli;

/// <summary>
/// The first Ctrl-C (or SIGTERM, or a terminal that closes) asks the run to stop, and to say so in its folder; a second
/// one ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly Action<string> _say;
    private readonly PosixSignalRegistration[] _signals;

    public Interruption(Action<string> say, CancellationToken outer)
    {
        _say = say;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _signals = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    /// <summary>The ways in which a process is asked to end.</summary>
    public static IReadOnlyList<PosixSignal> Signals { get; } = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    /// <summary>Asks the run to stop; false where it was asked before.</summary>
    internal bool Stop()
    {
        if (_source.IsCancellationRequested)
            return false;
        try
        {
            _say("Stopping … (press again to stop at once)");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens any more, and that is no reason not to stop.
        }

        _source.Cancel();
        return true;
    }

    private void Stop(PosixSignalContext signal) => signal.Cancel = Stop();
}
