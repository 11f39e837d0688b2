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
        if (plan.Kind is not (ColumnKind.Binary or ColumnKind.Category) || In(plan.Column) is not { Count: > 0 } groups) return;
        string all = string.Join("; ", groups.Take(Told).Select(spellings => Quoted.List(spellings)))
            + (groups.Count > Told ? $"; and {groups.Count - Told} more" : "");
        (string apart, string then) = plan.Action == ColumnAction.Target
            ? ("classes", "They stay different classes")
            : ("levels", "They are different levels where training rows have both spellings, and one level where they have one of them");
        notes.Add(new(ReadingStep.Spelling, $"In {Quoted.Value(plan.Column.Name)}, only capitals tell these {apart} apart: {all}. "
            + $"{then}; if they mean the same, write them in one way in the file."));
    }
}
