namespace MlMaths.Torch.Exercises.MyWork;

/// <summary>
/// A file that is watched for being saved. It is looked at ten times a second: what tells of changes by itself does so on few
/// systems for network drives and editors that write a new file over the old one.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class SavedFile(string path)
{
    private const int LookEvery = 100; // milliseconds

    private (DateTime Time, long Bytes) _seen;

    /// <summary>
    /// Whether it was saved since the last time that this was asked: it is another one, and has not changed while it was looked at.
    /// </summary>
    public bool IsSaved(CancellationToken cancellation)
    {
        (DateTime, long) now = Stamp();
        if (now == _seen || now == default) return false;
        while (!cancellation.IsCancellationRequested)
        {
            cancellation.WaitHandle.WaitOne(LookEvery / 4); // an editor may still be writing
            (DateTime, long) then = Stamp();
            if (then == now) break;
            now = then;
        }

        _seen = now;
        return true;
    }

    /// <summary>Waits a little.</summary>
    public static void Pause(CancellationToken cancellation) => cancellation.WaitHandle.WaitOne(LookEvery);

    private (DateTime, long) Stamp()
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
