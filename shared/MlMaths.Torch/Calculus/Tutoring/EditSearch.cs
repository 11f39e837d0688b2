namespace MlMaths.Torch.Calculus;

/// <summary>
/// Looks for edits of the right derivation that lead to exactly the numbers of an answer: single ones first, then pairs. The
/// first point rules most of them out. An edit that explains all that is wrong, and leaves right what is right, comes first.
/// </summary>
internal sealed class EditSearch(EditMemory memory, IReadOnlyList<WrittenPart> parts)
{
    private const int EnoughPairs = 8;
    private const double Contradicts = 0.8, LeavesUnexplained = 0.5;

    private readonly WrittenPart[] _wrong = [.. parts.Where(part => !part.IsRight)];

    /// <summary>Best first, by parameter.</summary>
    public Dictionary<string, List<EditCandidate>> Of(bool pairs)
    {
        var found = _wrong.ToDictionary(part => part.Parameter, _ => new List<EditCandidate>());
        AddUnsummed(found);
        for (int k = 0; k < memory.Single.Count; k++)
        {
            if (_wrong.All(part => memory.Single.AreRuledOut(k, part))) continue;
            if (memory.Single.Candidate(k) is { } candidate) Add(found, candidate, _wrong);
        }
        if (pairs) AddPairs(found);
        foreach (List<EditCandidate> candidates in found.Values) candidates.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return found;
    }

    private void AddPairs(Dictionary<string, List<EditCandidate>> found)
    {
        foreach (WrittenPart part in _wrong)
        {
            if (found[part.Parameter].Count > 0 || !part.IsTelling) continue;
            foreach (EditCandidate known in found.Values.SelectMany(one => one).Where(one =>
                one.Second is not null).Distinct().ToArray())
            {
                Add(found, known, [part]);
            }
            if (found[part.Parameter].Count > 0) continue;
            TriedEdits pairs = memory.PairsFor(part);
            for (int k = 0; k < pairs.Count; k++)
            {
                if (pairs.AreRuledOut(k, part) || pairs.Candidate(k) is not { } pair || !part.IsExplainedBy(pair)) continue;
                Add(found, pair, [part]);
                if (found[part.Parameter].Count >= EnoughPairs) break;
            }
        }
    }

    private void AddUnsummed(Dictionary<string, List<EditCandidate>> found)
    {
        foreach (WrittenPart part in _wrong.Where(part => part.IsUnsummed))
        {
            foreach (Edit? edit in memory.Edits.Where(edit => edit.Cost <= 1.3).Prepend(null))
            {
                EditedSteps? applied = edit is null ? EditedSteps.None : Edit.Applied(memory.Steps, edit);
                if (applied is null) continue;
                var candidate = new EditCandidate(edit, null, applied, IsUnsummed: true);
                if (part.IsExplainedBy(candidate)) found[part.Parameter].Add(candidate);
                if (edit is null && found[part.Parameter].Count > 0) break;
            }
        }
    }

    private void Add(Dictionary<string, List<EditCandidate>> found, EditCandidate candidate, WrittenPart[] of)
    {
        WrittenPart[] explained = [.. of.Where(part => part.IsExplainedBy(candidate))];
        if (explained.Length == 0) return;
        int unexplained = _wrong.Count(part => part.IsTelling && !part.IsExplainedBy(candidate));
        bool contradicts = parts.Any(part => part.IsRight && !part.IsLeftRightBy(candidate));
        candidate = candidate with { Strangeness = (contradicts ? Contradicts : 0) + (unexplained > 0 ? LeavesUnexplained : 0) };
        foreach (WrittenPart part in explained) found[part.Parameter].Add(candidate);
    }
}
