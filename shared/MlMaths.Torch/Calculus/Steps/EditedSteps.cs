namespace MlMaths.Torch.Calculus;

/// <summary>Some steps with other right-hand sides, and the steps that this reaches.</summary>
internal sealed class EditedSteps
{
    private readonly (int Step, Term Right)[] _changed;

    public EditedSteps(BackwardSteps steps, params (int Step, Term Right)[] changed)
    {
        _changed = changed;
        Reached = steps.Downstream(changed.Aggregate(0ul, (mask, one) => mask | 1ul << one.Step));
    }

    private EditedSteps() => _changed = [];

    public static EditedSteps None { get; } = new();

    /// <summary>A bit for each step whose value may differ.</summary>
    public ulong Reached { get; }

    /// <summary>Its new right-hand side; null where it has its own.</summary>
    public Term? Of(int step)
    {
        foreach ((int changed, Term right) in _changed)
        {
            if (changed == step) return right;
        }
        return null;
    }
}
