using System.Text;

namespace MlMaths.Torch.Cli;

/// <summary>Writes on, and remembers the first time that it could not; from then on it is silent.</summary>
/// <param name="inner">What it writes to.</param>
/// <param name="refusal">Why that would be in vain, where it is known.</param>
internal sealed class ForgivingWriter(TextWriter inner, Exception? refusal = null) : TextWriter
{
    private readonly Lock _gate = new();

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Why it fell silent; null as long as it did not.</summary>
    public Exception? Refusal { get; private set; } = refusal;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine() => Try(inner.WriteLine);

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        lock (_gate)
        {
            if (Refusal is not null)
                return;
            try
            {
                write();
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                Refusal = cause;
            }
        }
    }
}
