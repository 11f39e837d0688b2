using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Runs;

/// <summary>
/// What tells whether a file of a run was changed afterwards: <c>results.json</c> holds the SHA-256 of every other file, and closes
/// with the SHA-256 of itself, taken while zeros stood in that place. Whoever changes a file and seals the folder anew leaves no
/// trace: what a seal shows is a slip, or a number made kinder by hand, and what shows the rest is to repeat the run.
/// </summary>
internal static partial class FolderSeal
{
    /// <summary>The text of <c>results.json</c>, sealed; it holds one field <c>seal</c>, in which zeros stand.</summary>
    public static string Sealed(string text) => Place().Replace(text, Line(HashOf(text)));

    /// <summary>What stands there before the seal is known.</summary>
    public static string Unsealed { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Whether the text is as it was sealed; null where it has no seal.</summary>
    public static bool? IsWhole(string text) => Place().Matches(text) switch
    {
        { Count: 0 } => null,
        { Count: 1 } found => found[0].Groups[1].Value == HashOf(Place().Replace(text, Line(Unsealed))),
        _ => false,
    };

    /// <summary>SHA-256 of a file, in lower-case hexadecimal.</summary>
    public static string HashOfFile(string path)
    {
        // The log may still be open for writing.
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Line(string seal) => $"  \"seal\": \"{seal}\"";

    // A line of its own: inside a text, the quotes would be escaped.
    [GeneratedRegex("""^  "seal": "([0-9a-f]{64})"$""", RegexOptions.Multiline)]
    private static partial Regex Place();
}
