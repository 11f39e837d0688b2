namespace MlMaths.Torch.Data;

/// <summary>Where the columns of a table of scores are.</summary>
/// <param name="Header">All names.</param>
/// <param name="Target">Index of the label, or of the key by which another file has it.</param>
/// <param name="Scores">Indices of the scores, in the order asked for.</param>
/// <param name="Only">Index of the column that says which rows count; null where all do.</param>
/// <param name="Split">Index of a column called <c>split</c>; null for none.</param>
/// <param name="Group">Index of the column that says which rows belong together; null for none.</param>
internal sealed record ScorePlaces(CsvHeader Header, int Target, int[] Scores, int? Only, int? Split, int? Group)
{
    // Of a file with hundreds of columns the first of them are looked at.
    private const int MostOthers = 60;

    /// <summary>Columns that may say which rows belong together; none where one was named.</summary>
    public int[] Others =>
        Group is not null
            ? []
            : [.. Enumerable.Range(0, Header.Names.Count)
                .Where(index => index != Target && index != Only && index != Split && !Scores.Contains(index)).Take(MostOthers)];

    public static ScorePlaces In(IReadOnlyList<string> names, CsvSource source, ScoreColumns columns)
    {
        // An index that was saved with the table has no name.
        names = [.. names.Select((name, place) => string.IsNullOrWhiteSpace(name) ? $"column_{place + 1}" : name.Trim(' ', '\t'))];
        CsvHeader.CheckNames(names, source);
        int target = columns.Key is { } key
            ? CsvHeader.IndexIn(names, source, "--key", key)
            : CsvHeader.IndexIn(names, source, "--target", columns.Target);
        int[] scores = [.. columns.Scores.Select(name => CsvHeader.IndexIn(names, source, "--score", name))];
        if (scores.Contains(target))
        {
            throw new UserMistakeException(
                $"{(columns.Key is null ? "--target" : "--key")} and --score both name the column {Quoted.Value(names[target])}: "
                + $"the {(columns.Key is null ? "label" : "key")} cannot be its own score: name another column with --score.");
        }
        if (scores.Distinct().Count() != scores.Length)
        {
            throw new UserMistakeException(
                $"--score names the column "
                + $"{Quoted.Value(columns.Scores.GroupBy(name => name).First(same => same.Count() > 1).Key)} twice: "
                + $"name each once.");
        }
        int? group = columns.Group is { } named ? CsvHeader.IndexIn(names, source, "--group", named) : null;
        if (group is int same && (same == target || scores.Contains(same)))
        {
            throw new UserMistakeException(
                $"--group names the column {Quoted.Value(columns.Group!)}, which is "
                + $"{(same == target ? "the label (--target)" : "a score (--score)")}: "
                + $"name the column that says which rows belong together, or leave --group out.");
        }
        int? only = columns.OnlyColumn is { } column ? CsvHeader.IndexIn(names, source, "--only", column) : null;
        int split = names.Index().Where(name => name.Item == "split").Select(name => name.Index).FirstOrDefault(-1);
        return new(new CsvHeader(names), target, scores, only,
            split >= 0 && split != target && !scores.Contains(split) ? split : null, group);
    }
}
