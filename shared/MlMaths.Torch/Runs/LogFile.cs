using System.Text;

namespace MlMaths.Torch.Runs;

/// <summary>The file <c>run.log</c>. What is said before the run has a folder waits until it has one.</summary>
internal sealed class LogFile : IDisposable
{
    public const string Name = "run.log";

    private readonly Lock _gate = new();
    private readonly StringBuilder _waiting = new();
    private StreamWriter? _file;

    public void Keep(string line)
    {
        lock (_gate)
        {
            if (_file is null)
                _waiting.Append(line).Append('\n');
            else
                _file.Write($"{line}\n");
        }
    }

    public void Open(RunFolder folder)
    {
        lock (_gate)
        {
            _file = new(Path.Combine(folder.FullName, Name), append: true, new UTF8Encoding(false)) { AutoFlush = true };
            _file.Write(_waiting);
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
