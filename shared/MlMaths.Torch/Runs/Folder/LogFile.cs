using System.Text;

namespace MlMaths.Torch.Runs;

/// <summary>The file <c>run.log</c>. What is said before the run has a folder waits until it has one.</summary>
internal sealed class LogFile : IDisposable
{
    public const string Name = "run.log";

    private readonly Lock _gate = new();
    private readonly StringBuilder _waiting = new();
    private FileStream? _file;
    private Exception? _refusal;

    public void Keep(string line)
    {
        lock (_gate)
        {
            _waiting.Append(line).Append('\n');
            Write();
        }
    }

    public void Open(RunFolder folder)
    {
        lock (_gate)
        {
            byte[] earlier = folder.Read(Name) ?? [];
            folder.Write(Name, stream => stream.Write(earlier)); // a file of its own, whatever else had this name
            _file = folder.OpenFile(Name);
            _file.Position = _file.Length;
            Write();
        }
    }

    /// <summary>Every line is in the file.</summary>
    /// <exception cref="IOException">The disk did not take them.</exception>
    public void RequireWritten()
    {
        lock (_gate)
        {
            Write();
            if (_refusal is not null)
                throw new IOException(_refusal.Message, _refusal) { HResult = _refusal.HResult };
        }
    }

    /// <summary>Lines that the disk does not take now wait for the next; a log never stops the work that it tells of.</summary>
    private void Write()
    {
        if (_file is null || _waiting.Length == 0)
            return;
        long before = _file.Position;
        try
        {
            _file.Write(Encoding.UTF8.GetBytes(_waiting.ToString()));
            _file.Flush();
            _waiting.Clear();
            _refusal = null;
        }
        catch (Exception refusal) when (MachineLimit.IsRefusal(refusal))
        {
            _refusal = refusal;
            _file.SetLength(before);
            _file.Position = before;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
