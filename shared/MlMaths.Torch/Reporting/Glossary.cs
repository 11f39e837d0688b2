namespace MlMaths.Torch.Reporting;

/// <summary>Words of the field, and where they stand in a text.</summary>
internal sealed class Glossary
{
    private static readonly Lazy<Glossary> Ours = new(GlossaryFile.Read);

    private readonly Dictionary<string, List<Entry>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);

    public Glossary(IReadOnlyList<GlossaryTerm> terms)
    {
        Terms = terms;
        foreach (GlossaryTerm term in terms)
        {
            foreach (string form in term.Forms)
                Add(form, term);
        }

        // The longest first: an expected calibration error is more than calibration.
        foreach (List<Entry> forms in _byFirstWord.Values)
            forms.Sort((a, b) => b.Form.Length.CompareTo(a.Form.Length));
    }

    /// <summary>No words: nothing is found.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>The suite's own, read once.</summary>
    public static Glossary OfTheField => Ours.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; }

    /// <summary>
    /// The term that begins at a place of a text, and how many letters it has there. Capitals are as in the glossary,
    /// but for the first letter of a sentence; a plural s may follow, and an apostrophe may be curled.
    /// </summary>
    public (GlossaryTerm Term, int Length)? At(string text, int start)
    {
        if (!BeginsWord(text, start)
            || !_byFirstWord.TryGetValue(FirstWord(text, start), out List<Entry>? forms))
        {
            return null;
        }

        foreach ((string form, GlossaryTerm term) in forms)
        {
            if (StandsAt(form, text, start))
                return (term, form.Length);
        }

        return null;
    }

    private void Add(string form, GlossaryTerm term)
    {
        string first = FirstWord(form, 0);
        if (!_byFirstWord.TryGetValue(first, out List<Entry>? forms))
            _byFirstWord[first] = forms = [];
        forms.Add(new(form, term));
    }

    private static bool StandsAt(string form, string text, int start)
    {
        if (start + form.Length > text.Length || !EndsWord(text, start + form.Length))
            return false;

        bool same = form[0] == text[start]
            || (char.IsLower(form[0]) && char.ToUpperInvariant(form[0]) == text[start]);
        for (int i = 1; same && i < form.Length; i++)
            same = form[i] == text[start + i] || (form[i] == '\'' && text[start + i] == '’');
        return same;
    }

    private static bool BeginsWord(string text, int start) =>
        char.IsLetterOrDigit(text[start])
        && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || "_-/".Contains(text[start - 1])));

    /// <summary>A hyphen ends a word, but not where a letter follows: drift-free is another word than drift.</summary>
    private static bool EndsWord(string text, int end) =>
        end == text.Length || (text[end] == '-'
            ? end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])
            : !(char.IsLetterOrDigit(text[end]) || text[end] == '_'));

    private static string FirstWord(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    /// <summary>One of a term's forms.</summary>
    private readonly record struct Entry(string Form, GlossaryTerm Term);
}
