using System.Runtime.InteropServices;

namespace MlMaths.Torch.Cli;

/// <summary>The first Ctrl-C (or SIGTERM) asks the run to stop, and to say so in its folder; a second one ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly Action<string> _say;
    private readonly PosixSignalRegistration[] _signals;

    public Interruption(Action<string> say, CancellationToken outer)
    {
        _say = say;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested)
            return;
        signal.Cancel = true;
        _say("Stopping … (once more to stop at once)");
        _source.Cancel();
    }
}
