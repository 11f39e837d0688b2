namespace MlMaths.Torch.Runs;

/// <summary>
/// Tries again for about a second what a virus scanner or an indexer may hold up: on Windows they open what is new, and it can be
/// neither renamed nor deleted until they are done. Elsewhere nothing is held up so, and a refusal is one.
/// </summary>
internal sealed class Patience(Action<TimeSpan> wait, bool isScanned)
{
    private const int Tries = 7;

    private const int AccessDenied = unchecked((int)0x80070005), SharingViolation = unchecked((int)0x80070020),
        LockViolation = unchecked((int)0x80070021);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);

    /// <summary>As this system needs it.</summary>
    public static Patience Here { get; } = new(Thread.Sleep, OperatingSystem.IsWindows());

    public void Do(Action action)
    {
        for (int tried = 1; ; tried++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception cause) when (isScanned && tried < Tries && IsPassing(cause))
            {
                wait(First * Math.Pow(2, tried - 1));
            }
        }
    }

    private static bool IsPassing(Exception cause) =>
        cause is IOException or UnauthorizedAccessException && cause.HResult is AccessDenied or SharingViolation or LockViolation;
}
