namespace MlMaths.Torch.Calculus;

/// <summary>What people get wrong in a gradient, each told apart from the others by its numbers.</summary>
public enum Mistake
{
    /// <summary>The right gradient with the other sign.</summary>
    Sign,

    /// <summary>The loss is a mean, and this parameter alone is n times too large: its 1/n was lost on the way.</summary>
    MissingShare,

    /// <summary>The loss is a mean, and there is 1/n once too often.</summary>
    ExtraShare,

    /// <summary>The loss is a mean, and every parameter is n times too large: the gradient of the sum.</summary>
    SumForMean,

    /// <summary>
    /// The loss is a sum over the rows, and the answer is n times too small: the gradient of a mean. Inside a
    /// normalisation: a sum where a mean stands is <see cref="SumForMean"/>.
    /// </summary>
    MeanForSum,

    /// <summary>Twice or half of what is right.</summary>
    FactorTwo,

    /// <summary>Rows for columns, of the answer or of one matrix in it.</summary>
    Transposed,

    /// <summary>λw left out, or its λ.</summary>
    ForgottenPenalty,

    /// <summary>The penalty's gradient stands at the bias too.</summary>
    PenalisedBias,

    /// <summary>The slope of another function, or of this one wrongly derived.</summary>
    WrongSlope,

    /// <summary>A factor or a path of the chain rule left out.</summary>
    ForgottenPath,

    /// <summary>What was spread over the rows was not summed over them again.</summary>
    ForgottenSum,

    /// <summary>The right rule at the wrong place: z for σ(z), the other operand, the other axis.</summary>
    WrongPlace,

    /// <summary>The activation or the weight of a neighbouring layer.</summary>
    OffByOneLayer,
}
