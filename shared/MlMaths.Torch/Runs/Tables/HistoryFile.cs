using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Runs;

/// <summary>The lines of one training's history as <c>history.csv</c> will have them, written while it goes on.</summary>
internal sealed class HistoryFile(Func<FileStream> open) : IHistoryFile, IDisposable
{
    private const int RowsAtOnce = 500;

    private readonly Lock _gate = new();
    private readonly List<HistoryRow> _waiting = new(RowsAtOnce);
    private FileStream? _file;

    /// <summary>Whether any row went here.</summary>
    public bool IsUsed => _file is not null;

    public void Append(HistoryRow row)
    {
        lock (_gate)
        {
            _file ??= Emptied(open());
            _waiting.Add(row);
            if (_waiting.Count == RowsAtOnce)
                Write(_file);
        }
    }

    public long Length()
    {
        lock (_gate)
        {
            if (_file is null)
                return 0;
            Write(_file);
            return _file.Position;
        }
    }

    public void Continue(long length)
    {
        lock (_gate)
        {
            _file ??= open();
            if (length < 0 || _file.Length < length)
            {
                throw new UserMistakeException(
                    $"{Quoted.Path(_file.Name)} has {_file.Length} bytes, and the checkpoint beside it expects "
                    + $"{length}: "
                        + "the rows between are lost; remove both, and the training starts again.");
            }

            _file.SetLength(length);
            _file.Position = length;
        }
    }

    /// <summary>All lines, into another file.</summary>
    public void CopyTo(Stream target)
    {
        lock (_gate)
        {
            if (_file is null)
                return;
            Write(_file);
            _file.Position = 0;
            _file.CopyTo(target);
        }
    }

    public void Dispose() => _file?.Dispose();

    private static FileStream Emptied(FileStream file)
    {
        file.SetLength(0); // what a process left that was killed before its first checkpoint
        return file;
    }

    private void Write(FileStream file)
    {
        HistoryCsv.WriteLines(file, _waiting);
        file.Flush();
        _waiting.Clear();
    }
}
