namespace MlMaths.Torch.Calculus;

/// <summary>The edits of one derivation, and what trying them on one answer tells for the next.</summary>
internal sealed class EditMemory(BackwardSteps steps, IReadOnlyList<Edit> edits)
{
    private const int PoolOfPairs = 240;

    private readonly Dictionary<(string Parameter, double Precision, ExamPoint First, ExamPoint Last), TriedEdits> _pairs = [];

    public BackwardSteps Steps => steps;

    /// <summary>Likeliest first.</summary>
    public IReadOnlyList<Edit> Edits => edits;

    /// <summary>Each edit alone.</summary>
    public TriedEdits Single { get; } = new(steps, [.. edits.Select(edit => (edit, (Edit?)null))]);

    /// <summary>Two edits at once, those of lowest cost first; of edits with the same effect on this parameter, one.</summary>
    public TriedEdits PairsFor(WrittenPart part)
    {
        var key = (part.Parameter, part.Precision, part.PointsOfEffect[0], part.PointsOfEffect[^1]);
        if (_pairs.TryGetValue(key, out TriedEdits? known)) return known;
        var pool = new List<Edit>();
        var seen = new HashSet<string>();
        foreach (Edit edit in edits)
        {
            if (pool.Count == PoolOfPairs) break;
            if (Edit.Applied(steps, edit) is { } applied && part.EffectOf(applied) is { } effect && seen.Add(effect)) pool.Add(edit);
        }
        IEnumerable<(Edit, Edit?)> ordered =
            from i in Enumerable.Range(0, pool.Count)
            from j in Enumerable.Range(i + 1, pool.Count - i - 1)
            orderby pool[i].Cost + pool[j].Cost
            select (pool[i], (Edit?)pool[j]);
        return _pairs[key] = new TriedEdits(steps, [.. ordered]);
    }
}
