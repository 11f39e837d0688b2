#pragma warning disable RS0030 // This folder is the one place that speaks to the console.
namespace MlMaths.Torch.Cli;

/// <summary>
/// Standard output and standard error, which may be closed, full or a terminal that is gone: what cannot be said is remembered, and
/// the work goes on. A run of an hour does not end because nobody listens.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    private const int OutputNumber = 1, ErrorsNumber = 2;

    private readonly TextWriter _output = Console.Out, _errors = Console.Error;
    private readonly ForgivingWriter _heard;

    private StandardStreams()
    {
        _heard = new(_output, IsClosed(OutputNumber));
        Errors = new ForgivingWriter(_errors, IsClosed(ErrorsNumber));
        Console.SetOut(_heard);
        Console.SetError(Errors);
    }

    /// <summary>Whether what is typed comes from somewhere else than a keyboard.</summary>
    public static bool IsInputRedirected => Console.IsInputRedirected;

    /// <summary>Why standard output did not take what was said; null as long as it does.</summary>
    public Exception? OutputRefusal => _heard.Refusal;

    /// <summary>Standard error; never throws.</summary>
    public TextWriter Errors { get; }

    /// <summary>Puts itself in the place of both, until it is disposed.</summary>
    public static StandardStreams Guard() => new();

    /// <summary>
    /// Where a stream was closed when the program began, .NET opens files of its own under its number, and what is said would go there.
    /// A stream that was handed down has outlived an exec, and so cannot be marked to be closed by one; those of .NET are.
    /// </summary>
    private static IOException? IsClosed(int number)
    {
        const int CloseOnExec = 0x80000; // O_CLOEXEC, octal 02000000
        try
        {
            string? flags = File.ReadLines($"/proc/self/fdinfo/{number}")
                .FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return flags is not null && (Convert.ToInt64(flags["flags:".Length..].Trim(), 8) & CloseOnExec) != 0
                ? new IOException("it is closed")
                : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            return OperatingSystem.IsLinux() && cause is FileNotFoundException && Directory.Exists("/proc/self/fdinfo")
                ? new IOException("it is closed")
                : null;
        }
    }

    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_errors);
    }
}
