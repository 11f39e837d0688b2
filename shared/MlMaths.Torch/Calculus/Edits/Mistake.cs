namespace MlMaths.Torch.Calculus;

/// <summary>The kinds of edits that turn a right derivation into somebody's wrong one.</summary>
public enum Mistake
{
    /// <summary>Minus for plus.</summary>
    Sign,

    /// <summary>The loss is a mean, and its 1/n was lost on the way.</summary>
    MissingShare,

    /// <summary>The loss is a mean, and there is 1/n once too often.</summary>
    ExtraShare,

    /// <summary>A sum where a mean belongs: the whole loss, or inside a normalisation.</summary>
    SumForMean,

    /// <summary>A mean where a sum belongs.</summary>
    MeanForSum,

    /// <summary>Twice or half of what is right.</summary>
    FactorTwo,

    /// <summary>n − 1 for n, d for √d, another divisor.</summary>
    OtherConstant,

    /// <summary>A factor that does not belong there.</summary>
    ExtraFactor,

    /// <summary>A factor left out.</summary>
    ForgottenFactor,

    /// <summary>A term of a sum left out: a path of the chain rule.</summary>
    ForgottenPath,

    /// <summary>An elementwise derivative left out.</summary>
    ForgottenDerivative,

    /// <summary>A derivative multiplied in twice, or one that had cancelled.</summary>
    RepeatedDerivative,

    /// <summary>The derivative of another function, or this one wrongly derived.</summary>
    WrongDerivative,

    /// <summary>A function left out: z for σ(z).</summary>
    ForgottenFunction,

    /// <summary>A function taken twice.</summary>
    RepeatedFunction,

    /// <summary>Another function in its place.</summary>
    OtherFunction,

    /// <summary>A square or a root too many, or one that is missing.</summary>
    WrongPower,

    /// <summary>A factor for a divisor, or the other way round.</summary>
    UpsideDown,

    /// <summary>p for 1 − p, or the other way round.</summary>
    Complement,

    /// <summary>Another letter in its place: the other input, or one that was written over.</summary>
    OtherOperand,

    /// <summary>The letter of a neighbouring layer.</summary>
    NeighbouringLayer,

    /// <summary>Rows for columns, of the answer or of one matrix in it.</summary>
    Transposed,

    /// <summary>Another product of the same two, or their order.</summary>
    OtherProduct,

    /// <summary>The gradient of one parameter given for another's.</summary>
    SwappedOutputs,

    /// <summary>The penalty's gradient stands at the bias too.</summary>
    PenalisedBias,

    /// <summary>Along rows for along columns.</summary>
    OtherAxis,

    /// <summary>What was spread over the rows was not summed over them again.</summary>
    ForgottenSum,

    /// <summary>Everything summed where a sum along one axis belongs.</summary>
    SummedToOne,

    /// <summary>One row alone: a loop that overwrites.</summary>
    OneRow,

    /// <summary>A row that a loop does not reach.</summary>
    SkippedRow,

    /// <summary>A sum that a loop does not set back to 0.</summary>
    RunningSum,

    /// <summary>Classes counted from the wrong end, or labels in another coding.</summary>
    WrongLabels,

    /// <summary>A bracket that is missing.</summary>
    Bracket,

    /// <summary>A value that is out of date where a loop reads it: that of the row before.</summary>
    StaleValue,
}
