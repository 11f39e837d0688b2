namespace MlMaths.Torch.Calculus;

/// <summary>One change of one step of a right derivation, as somebody makes it by mistake.</summary>
/// <param name="Step">The step.</param>
/// <param name="Path">The way from its right-hand side to the term that changes.</param>
/// <param name="Mistake">Its kind.</param>
/// <param name="Cost">How far it lies from a slip that everybody makes (1).</param>
/// <param name="Says">What it is, in one breath.</param>
/// <param name="Where">The term and the step to look at.</param>
/// <param name="Change">The term as it was mistaken; null where it cannot be.</param>
internal sealed record Edit(
    int Step, int[] Path, Mistake Mistake, double Cost, string Says, string Where, Func<Term, Term?> Change)
{
    /// <summary>The same edit of other layers, made along with it.</summary>
    public IReadOnlyList<Edit> Twins { get; init; } = [];

    /// <summary>The term as it is right: what another edit has made of it may no longer be one that this edit can change.</summary>
    public required Term Of { get; init; }

    /// <summary>Whether it can change any term.</summary>
    public bool IsOfAny { get; init; }

    /// <summary>What twins have in common.</summary>
    public string Kin { get; init; } = "";

    /// <summary>The right-hand side with the change in it; null where there is nothing to change.</summary>
    public Term? On(Term right) => right.With(Path, term => IsOfAny
        || (term.Kind == Of.Kind && term.Parts.Length >= Of.Parts.Length) ? Change(term) : null);

    /// <summary>The steps with one edit or two; null where they contradict each other.</summary>
    public static EditedSteps? Applied(BackwardSteps steps, Edit first, Edit? second = null)
    {
        if (second is null && first.Twins.Count == 0)
            return first.On(steps.All[first.Step].Right) is { } alone ? new EditedSteps(steps, (first.Step, alone)) : null;
        // The inner change first, and of neighbours the right one, so that each path still leads where it led.
        Edit[] all = [first, .. first.Twins, .. second is null ? (Edit[])[] : [second, .. second.Twins]];
        Array.Sort(all, (a, b) => b.Path.AsSpan().SequenceCompareTo(a.Path) is var order and not 0 ? order
            : a.IsOfAny.CompareTo(b.IsOfAny));
        var changed = new Dictionary<int, Term>();
        foreach (Edit edit in all)
        {
            if (edit.On(changed.GetValueOrDefault(edit.Step) ?? steps.All[edit.Step].Right) is not { } right) return null;
            changed[edit.Step] = right;
        }
        return new EditedSteps(steps, [.. changed.Select(one => (one.Key, one.Value))]);
    }
}
