using System.Text;

namespace MlMaths.Torch.Portfolio.Advert;

/// <summary>
/// Words of a text as the table of terms knows them: lower case, without signs and without the s of a plural, so that
/// <c>Cross-validations</c> and <c>cross validation</c> are the same two words.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongestTerm = 5, ShortestPlural = 4;

    private readonly Dictionary<string, (Skill? Skill, string Term)> _byWords = [];

    /// <summary>The vocabulary of the catalogue.</summary>
    public static Vocabulary Ours { get; } = new();

    private Vocabulary()
    {
        foreach (string term in SkillCatalogue.Elsewhere) _byWords[Key(Words(term))] = (null, term);
        foreach (Skill skill in SkillCatalogue.All)
        {
            foreach (string term in skill.Terms) _byWords.TryAdd(Key(Words(term)), (skill, term));
        }
    }

    /// <summary>Terms in a passage: the longest that begins at each word, then on behind it.</summary>
    public IEnumerable<(Skill? Skill, string Term)> In(string passage)
    {
        string[] words = [.. Words(passage)];
        for (int at = 0; at < words.Length;)
        {
            int length = Math.Min(LongestTerm, words.Length - at);
            while (length > 0 && !_byWords.ContainsKey(Key(words.AsSpan(at, length)))) length--;
            if (length > 0) yield return _byWords[Key(words.AsSpan(at, length))];
            at += Math.Max(1, length);
        }
    }

    /// <summary>The words of a text.</summary>
    public static string[] Words(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char letter in text)
            plain.Append(char.IsLetterOrDigit(letter) || letter is '+' or '#' ? char.ToLowerInvariant(letter) : ' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Singular)];
    }

    private static string Singular(string word) =>
        word.Length >= ShortestPlural && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    private static string Key(ReadOnlySpan<string> words) => string.Join(' ', words!);
}
