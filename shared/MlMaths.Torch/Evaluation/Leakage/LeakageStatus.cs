namespace MlMaths.Torch.Evaluation;

/// <summary>What a leakage check came to.</summary>
public enum LeakageStatus
{
    /// <summary>Looked for, and not there.</summary>
    Passed,

    /// <summary>Worth a look: chance or a harmless reason may explain it.</summary>
    Hint,

    /// <summary>There.</summary>
    Found,

    /// <summary>Could not be looked for.</summary>
    NotChecked,
}
