namespace MlMaths.Torch.Calculus;

/// <summary>The functions that steps are made of.</summary>
internal enum ElementFunction
{
    Sigmoid,
    Tanh,
    Relu,

    /// <summary>1 above 0, else 0.</summary>
    Positive,

    /// <summary>1 below 0, else 0.</summary>
    NotPositive,
    Sign,
    Absolute,
    Exp,
    Log,
    Square,
    Root,
    Erf,

    /// <summary>Of each line along an axis.</summary>
    Softmax,

    /// <summary>Of each line along an axis.</summary>
    LogSoftmax,
}
