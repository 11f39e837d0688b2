namespace MlMaths.Torch.Data;

/// <summary>Words that answer a question, of which custom says which one is 1.</summary>
internal static class YesAndNo
{
    public static readonly (string True, string False)[] Pairs =
        [("true", "false"), ("yes", "no"), ("t", "f"), ("y", "n"), ("on", "off"), ("ja", "nein"), ("oui", "non"), ("si", "no")];

    public static readonly (string Short, string Long)[] Short = [("y", "yes"), ("n", "no"), ("t", "true"), ("f", "false")];

    // More spellings than these no two words have: yes, Yes, YES, and as many of no.
    public const int MostSpellings = 12;

    /// <summary>The column with each of its two words in its most frequent spelling; as it is where it holds other words.</summary>
    /// <param name="column">Of texts, or it stays as it is.</param>
    /// <param name="notes">Told what was read as one word.</param>
    public static RawColumn InOneSpelling(RawColumn column, List<ReadingNote> notes)
    {
        if (column.IsNumeric || column.TextCount is < 3 or > MostSpellings || !Pairs.Any(pair => AreOf(column.Texts, pair)))
            return column;
        int[] counts = column.Counts();
        IGrouping<string, (int Index, string Item)>[] words =
            [.. column.Texts.Index().GroupBy(text => text.Item, StringComparer.OrdinalIgnoreCase)];
        Dictionary<string, string> spelling = words.ToDictionary(
            word => word.Key, word => word.MaxBy(text => counts[text.Index]).Item, StringComparer.OrdinalIgnoreCase);
        string[] read = [.. words.Where(word => word.Count() > 1)
            .Select(word => $"{Quoted.List([.. word.Select(text => text.Item)])} as {Quoted.Value(spelling[word.Key])}")];
        notes.Add(new(ReadingStep.Spelling, $"In {Quoted.Value(column.Name)}, {string.Join(", and ", read)}: only capitals differ."));
        return column.WithTexts(code => spelling[column.Texts[code]]);
    }

    private static bool AreOf(IEnumerable<string> texts, (string True, string False) pair) => texts.All(text =>
        text.Equals(pair.True, StringComparison.OrdinalIgnoreCase) || text.Equals(pair.False, StringComparison.OrdinalIgnoreCase));
}
