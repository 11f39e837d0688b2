namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>
/// Where inputs of readers stand that read files: in memory where the system has such a folder. One for each thread.
/// </summary>
internal static class TemporaryFolder
{
    [ThreadStatic]
    private static string? _path;

    private static readonly string Root = Made();

    /// <summary>A folder of this thread alone.</summary>
    public static string OfThread =>
        _path ??= Directory.CreateDirectory(Path.Combine(Root, $"{Environment.CurrentManagedThreadId}")).FullName;

    public static string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(OfThread, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Made()
    {
        string made = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm"
            : Path.GetTempPath(), $"mlmaths-fuzz-{Environment.ProcessId}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
        return Directory.CreateDirectory(made).FullName;
    }
}
