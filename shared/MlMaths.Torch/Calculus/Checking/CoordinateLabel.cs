namespace MlMaths.Torch.Calculus;

/// <summary>What is behind the answers for one coordinate.</summary>
public enum CoordinateLabel
{
    /// <summary>All three agree.</summary>
    Agrees,

    /// <summary>
    /// The derivatives agree; the difference's step was too long for how sharply the loss bends, and a shorter one
    /// agrees.
    /// </summary>
    Truncation,

    /// <summary>The derivatives agree; the difference drowned in the rounding of the loss, and a longer step agrees.</summary>
    Rounding,

    /// <summary>A kink lies within the difference's step: it mixes the slopes of both sides.</summary>
    Kink,

    /// <summary>No step explains it: an answer is wrong.</summary>
    Wrong,
}

/// <summary>Which answer the others contradict.</summary>
public enum WrongAnswer
{
    /// <summary>None.</summary>
    None,

    /// <summary>The derivation by hand.</summary>
    Hand,

    /// <summary>Autograd: something on the way was detached, or a loss was asked that is not the one.</summary>
    Autograd,

    /// <summary>Both, or neither differentiates the loss that was tried.</summary>
    Both,
}
