namespace MlMaths.Torch.Data;

/// <summary>Lines of UTF-8, whichever way they end: with LF, CR or both.</summary>
internal static class TextLines
{
    /// <summary>The line that begins somewhere, without its end; <paramref name="next"/> is where the next one begins.</summary>
    public static ReadOnlySpan<byte> At(byte[] utf8, int at, out int next)
    {
        ReadOnlySpan<byte> rest = utf8.AsSpan(at);
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0)
        {
            next = utf8.Length;
            return rest;
        }

        next = at + end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
        return rest[..end];
    }
}
