namespace MlMaths.Torch.Data;

/// <summary>
/// Levels that the training rows taught, found again in other rows: by their name, or else by a name that only capitals tell from it,
/// where that is one level's alone. Where Plus and PLUS were two levels, plus is neither.
/// </summary>
internal sealed class SeenLevels
{
    private readonly HashSet<string> _levels;
    private readonly ILookup<string, string> _alike;

    public SeenLevels(IEnumerable<string> levels)
    {
        _levels = [.. levels];
        _alike = _levels.ToLookup(level => level, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a level is one of them as it is spelt.</summary>
    public bool Has(string level) => _levels.Contains(level);

    /// <summary>The level that is meant; null where none is, or more than one may be.</summary>
    public string? Of(string level) => _levels.Contains(level) ? level
        : _alike[level].ToArray() is [var only] ? only
        : null;

    /// <summary>Every level of some rows that is not spelt as one of these, the most frequent first.</summary>
    /// <param name="column">Cells.</param>
    /// <param name="rows">Rows of it.</param>
    /// <param name="unseenAs">What a level becomes that none of these is.</param>
    public IReadOnlyList<StrangeLevel> Strange(RawColumn column, int[] rows, string unseenAs) =>
    [
        .. rows.Where(row => !column.IsMissing(row)).Select(row => column.Text(row)!).Where(level => !Has(level)).CountBy(level => level)
            .OrderByDescending(level => level.Value)
            .Select(level => Of(level.Key) is { } meant
                ? new StrangeLevel(level.Key, level.Value, Quoted.Value(meant), IsRespelt: true)
                : new StrangeLevel(level.Key, level.Value, unseenAs, IsRespelt: false) { MayBe = [.. _alike[level.Key]] }),
    ];
}
