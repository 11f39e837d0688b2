namespace MlMaths.Torch.Calculus;

/// <summary>
/// Edits, or pairs of them, that are tried on one answer after another. What each leads to at a point is remembered as two numbers,
/// a sum with fixed weights and the largest size, so that the next answer rules out nearly all of them without evaluating anything:
/// <code>
/// |e − g| ≤ t in every number   ⇒   |Σ wᵢeᵢ − Σ wᵢgᵢ| ≤ t Σ |wᵢ|
/// </code>
/// with e what the edit leads to, g the answer, and t what is allowed between them. What is not ruled out is evaluated in full.
/// </summary>
/// <param name="steps">The right ones.</param>
/// <param name="all">In the order in which they are tried; a pair has a second one.</param>
internal sealed class TriedEdits(BackwardSteps steps, IReadOnlyList<(Edit First, Edit? Second)> all)
{
    // The sums themselves are rounded, by far less than what is allowed.
    private const double Slack = 2;

    private readonly Dictionary<(ExamPoint Point, string Parameter), Trace?[]> _traces = [];

    public int Count => all.Count;

    /// <summary>The edits of a place; null where they contradict each other.</summary>
    public EditCandidate? Candidate(int k) => Edit.Applied(steps, all[k].First, all[k].Second) is { } applied
        ? new EditCandidate(all[k].First, all[k].Second, applied)
        : null;

    /// <summary>Whether these edits certainly do not lead to the numbers of an answer, by its most telling point.</summary>
    public bool AreRuledOut(int k, WrittenPart part)
    {
        (ExamPoint point, SmallTensor given) = part.MostTelling;
        if (!_traces.TryGetValue((point, part.Parameter), out Trace?[]? traces))
            traces = _traces[(point, part.Parameter)] = new Trace?[Count];
        Trace trace = traces[k] ??= TraceOf(Candidate(k), part, point);
        if (!trace.Leads) return true;
        double allowed = AnswerPrecision.AllowedOfMatch(trace.Largest, point.Right[part.Parameter], part.Precision);
        return !(Math.Abs(trace.Sum - part.WeightedSum) <= Slack * allowed * given.Numbers.Length);
    }

    private static Trace TraceOf(EditCandidate? candidate, WrittenPart part, ExamPoint point) =>
        candidate is not null && part.IsReachedBy(candidate.Steps)
            && point.Edited(part.Parameter, candidate.Steps) is { IsFinite: true } numbers
            ? new(true, numbers.WeightedSum(), numbers.Largest)
            : default;

    /// <summary>What is remembered of some edits at a point.</summary>
    /// <param name="Leads">Whether they lead to any numbers there.</param>
    /// <param name="Sum">Σ wᵢeᵢ.</param>
    /// <param name="Largest">max |eᵢ|.</param>
    private readonly record struct Trace(bool Leads, double Sum, double Largest);
}
