using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>The words of a text that mean something by themselves, and whether two are forms of one: repeats and repeated.</summary>
internal static partial class ContentWords
{
    /// <summary>Words that agree in so many letters, or in all of the shorter one, are forms of one.</summary>
    private const int Stem = 5, Shortest = 3;

    private static readonly HashSet<string> Small = new(
        [
            "the", "and", "for", "with", "each", "from", "that", "was", "were", "are", "over", "per", "all", "its", "their", "one", "after",
            "other", "than", "into", "out", "has", "have", "had", "our", "his", "her", "this", "these", "those", "which", "where", "not",
            "but", "what", "who", "how", "too", "them", "then", "when", "about", "only",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Of(string text) =>
        [.. Word().Matches(text).Select(one => one.Value.ToLowerInvariant()).Where(one => one.Length >= Shortest && !Small.Contains(one))];

    public static bool IsSame(string one, string other)
    {
        int letters = Math.Min(Stem, Math.Min(one.Length, other.Length));
        return one.AsSpan(0, letters).SequenceEqual(other.AsSpan(0, letters));
    }

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Word();
}
