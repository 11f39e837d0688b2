namespace MlMaths.Torch.Calculus;

/// <summary>What the tutor says of one parameter.</summary>
public enum VerdictKind
{
    /// <summary>Agrees at every point.</summary>
    Right,

    /// <summary>Zeros everywhere.</summary>
    NotWritten,

    /// <summary>The answer has no such letter.</summary>
    Missing,

    /// <summary>Another shape than the parameter's, at one point or more.</summary>
    WrongShape,

    /// <summary>Infinite or not a number.</summary>
    NotANumber,

    /// <summary>The answer ended in an exception.</summary>
    Throws,

    /// <summary>A gradient of the right shape with other numbers.</summary>
    Wrong,
}
