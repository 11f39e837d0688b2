namespace MlMaths.Torch.Evaluation;

/// <summary>Why a <see cref="CostThreshold"/> is what it is: Elkan's for all reasons but the last.</summary>
public enum ThresholdReason
{
    /// <summary>No rows were kept to choose on.</summary>
    NoRows,

    /// <summary>The rows are all of one class, or a single row, so that every search would end at a side.</summary>
    NothingToSearch,

    /// <summary>Trials do not contradict the theory: the probabilities are as good as calibrated where it matters.</summary>
    NotContradicted,

    /// <summary>Trials contradict the theory, so the probabilities are off, and the searched threshold is applied.</summary>
    Contradicted,
}
