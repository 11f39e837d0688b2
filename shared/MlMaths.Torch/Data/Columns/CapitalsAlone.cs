namespace MlMaths.Torch.Data;

/// <summary>
/// Levels of one column that only capitals tell apart, such as Berlin and berlin: probably one thing, and two levels to a model. Only who
/// made the file knows; so it is said, and nothing is merged that training rows tell apart (<see cref="SeenLevels"/>).
/// </summary>
internal static class CapitalsAlone
{
    private const int Told = 4;

    /// <summary>Groups of such levels among those that rows have, the first spelling of each first.</summary>
    public static IReadOnlyList<string[]> In(RawColumn column)
    {
        if (column.IsNumeric) return [];
        int[] counts = column.Counts();
        return [.. column.Texts.Where((_, code) => counts[code] > 0).GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Select(spellings => spellings.ToArray()).Where(spellings => spellings.Length > 1)];
    }

    /// <summary>Says so of a column whose texts are levels or classes.</summary>
    /// <param name="plan">What the column is.</param>
    /// <param name="notes">Where it is said.</param>
    public static void Tell(ColumnPlan plan, List<ReadingNote> notes)
    {
        if (plan.Kind is not (ColumnKind.Binary or ColumnKind.Category)) return;
        TellShort(plan.Column, notes);
        if (In(plan.Column) is not { Count: > 0 } groups) return;
        string all = string.Join("; ", groups.Take(Told).Select(spellings => Quoted.List(spellings)))
            + (groups.Count > Told ? $"; and {groups.Count - Told} more" : "");
        (string apart, string then) = plan.Action == ColumnAction.Target
            ? ("classes", "They stay different classes")
            : ("levels", "They are different levels where training rows have both spellings, and one level where they have one of them");
        notes.Add(new(ReadingStep.Spelling, $"In {Quoted.Value(plan.Column.Name)}, only capitals tell these {apart} apart: {all}. "
            + $"{then}; if they mean the same, write them in one way in the file."));
    }

    // Y beside yes is told apart by more than capitals.
    private static void TellShort(RawColumn column, List<ReadingNote> notes)
    {
        if (column.IsNumeric || column.TextCount > YesAndNo.MostSpellings) return;
        int[] counts = column.Counts();
        string[] texts = [.. column.Texts.Where((_, code) => counts[code] > 0)];
        string[] same = [.. YesAndNo.Short.Where(word => Has(word.Short) && Has(word.Long))
            .Select(word => $"{Spelt(word.Short)} and {Spelt(word.Long)}")];
        if (same.Length == 0 || !texts.All(text => YesAndNo.Short.Any(word => Is(text, word.Short) || Is(text, word.Long)))) return;
        notes.Add(new(ReadingStep.Spelling, $"In {Quoted.Value(column.Name)}, {string.Join("; ", same)} may mean the same, and are "
            + "different levels: write them in one way in the file."));

        bool Has(string word) => texts.Any(text => Is(text, word));
        string Spelt(string word) => Quoted.Value(texts.First(text => Is(text, word)));
        static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
