using System.Runtime.InteropServices;

namespace MlMaths.Torch.Runs;

/// <summary>What the machine did not allow: the disk is full, a folder may not be written. No defect of ours.</summary>
/// <param name="What">What is missing, as the first half of a sentence.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="CanContinue">Whether a run that had begun can go on then.</param>
internal sealed record MachineLimit(string What, string Remedy, bool CanContinue = true)
{
    private const int OutOfMemory = 12, InputOutput = 5, TooManyInSystem = 23, TooManyInProcess = 24, FileTooLarge = 27,
        NoSpace = 28, ReadOnly = 30, Quota = 122;

    // Windows: HRESULT_FROM_WIN32 of ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
    private const int HandleDiskFull = unchecked((int)0x80070027), DiskFull = unchecked((int)0x80070070);

    private const long SomeRoom = 1 << 20;

    private const string MoreMemory =
        "close other programs, raise a limit of memory (ulimit -v), or take fewer rows where a table is read";

    private static readonly string[] NoMemory = ["out of memory", "not enough memory", "can't allocate memory"];

    /// <summary>Null where it is something else, and then ours.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="folder">The folder of the run, or the one that it was to be made in.</param>
    public static MachineLimit? Of(Exception cause, string folder) => cause switch
    {
        AggregateException several => several.Flatten().InnerExceptions.Select(inner => Of(inner, folder))
            .FirstOrDefault(limit => limit is not null),
        RunFolderException own => new(own.Message, "", own.CanContinue),
        FileLoadException or FileNotFoundException when IsAssembly(cause) => null,
        FileNotFoundException or DirectoryNotFoundException when !Directory.Exists(folder) => Gone(folder),
        EndOfStreamException => null,
        _ when IsTooLarge(cause) => TooLarge(cause),
        IOException io => Of(io, folder),
        UnauthorizedAccessException denied => new($"The system did not allow it ({Said(denied)})",
            $"make {Quoted.Path(folder)} and all in it writable for you"),
        OutOfMemoryException => new("This machine has no memory left for it", MoreMemory) { IsMemory = true },
        ExternalException native when NoMemory.Any(words => native.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) =>
            new($"libtorch got no memory ({Said(native)})", MoreMemory)
            {
                IsMemory = true,
            },
        _ => null,
    };

    /// <summary>Whether it is room on a disk that is missing.</summary>
    public bool IsRoom { get; private init; }

    /// <summary>Whether it is memory, which no other folder has more of.</summary>
    public bool IsMemory { get; private init; }

    /// <summary>The run folder is there no more.</summary>
    public static MachineLimit Gone(string folder) => new(
        $"The folder {Quoted.Path(folder)} is gone: it was moved or deleted during the run, "
        + $"and its contents cannot be written again; start a new run",
        "", CanContinue: false);

    /// <summary>Whether a disk did not take what was written, so that it may be tried again.</summary>
    public static bool IsRefusal(Exception cause) => cause is IOException or UnauthorizedAccessException || IsTooLarge(cause);

    /// <summary>One sentence.</summary>
    /// <param name="continuing">The command that goes on with the run; null where it never had a folder.</param>
    public string Sentence(string? continuing) => (Remedy, continuing) switch
    {
        ("", _) when !CanContinue || continuing is null => $"{What}.",
        ("", { } command) => $"{What}, then continue with: {command}",
        (_, { } command) when CanContinue => $"{What}: {Remedy}, then continue with: {command}",
        _ when IsMemory => $"{What}: {Remedy}.",
        _ => $"{What}: {Remedy}, or name another folder with --out.",
    };

    private static MachineLimit Of(IOException cause, string folder) => cause.HResult switch
    {
        NoSpace or HandleDiskFull or DiskFull =>
            new($"{Full(folder)} ({Said(cause)})", "free some space there") { IsRoom = true },
        Quota => new(
            $"Your share of the disk that holds {Quoted.Path(folder)} is used up "
            + $"({Said(cause)})", "free some space there")
        {
            IsRoom = true,
        },
        FileTooLarge => TooLarge(cause),
        ReadOnly => new($"The disk that holds {Quoted.Path(folder)} can only be read ({Said(cause)})", "make it writable"),
        TooManyInProcess or TooManyInSystem =>
            new($"More files are open than this process may open ({Said(cause)})", "raise that limit (ulimit -n 4096)"),
        InputOutput => new($"The disk that holds {Quoted.Path(folder)} does not respond correctly ({Said(cause)})",
            "check the disk"),
        OutOfMemory => new($"The system has no memory left ({Said(cause)})", MoreMemory) { IsMemory = true },
        _ => new($"{Quoted.Path(folder)} could not be written or read "
            + $"({Said(cause)})", "make sure that this program may read and write there"),
    };

    private static MachineLimit TooLarge(Exception cause) =>
        new($"A file grew larger than this process may write ({Said(cause)})", "raise that limit (ulimit -f unlimited)");

    /// <summary>.NET has this exception, and no other, for EFBIG.</summary>
    private static bool IsTooLarge(Exception cause) =>
        cause is ArgumentOutOfRangeException && cause.Message.StartsWith("Specified file length", StringComparison.Ordinal);

    /// <summary>A disk has room for bytes and room for names of files, and either may run out first.</summary>
    private static string Full(string folder)
    {
        try
        {
            if (new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace > SomeRoom)
            {
                return $"The disk that holds {Quoted.Path(folder)} has no room for another file, "
                    + $"though it has bytes left (out of inodes, or the file is larger than what is left)";
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Then nobody knows more than that it is full.
        }

        return $"The disk that holds {Quoted.Path(folder)} is full";
    }

    /// <summary>The system's own words, without the path that .NET puts behind them.</summary>
    private static string Said(Exception cause) =>
        Quoted.Path(cause.Message.Split('\n')[0].Split(" : '")[0].TrimEnd('.')).Trim('\'');

    /// <summary>A library of ours that is not there.</summary>
    private static bool IsAssembly(Exception cause) => cause is FileLoadException
        || cause is FileNotFoundException { FileName: { } name } && name.Contains(", Version=", StringComparison.Ordinal);
}
