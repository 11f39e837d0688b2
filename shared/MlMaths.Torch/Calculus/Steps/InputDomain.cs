namespace MlMaths.Torch.Calculus;

/// <summary>Which numbers an input may hold.</summary>
public enum InputDomain
{
    /// <summary>Any finite number.</summary>
    Real,

    /// <summary>0 or 1.</summary>
    ZeroOrOne,

    /// <summary>0, 1 … C − 1, as int64, with C the last size of a weight or bias.</summary>
    Class,

    /// <summary>Above 0.</summary>
    Positive,

    /// <summary>From 0.</summary>
    NotNegative,

    /// <summary>From 0 to below 1.</summary>
    Share,
}
