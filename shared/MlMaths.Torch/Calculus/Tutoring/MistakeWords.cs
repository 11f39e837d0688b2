namespace MlMaths.Torch.Calculus;

/// <summary>The names of mistakes.</summary>
public static class MistakeWords
{
    /// <summary>As it stands in a sentence: <c>a missing 1/n</c>.</summary>
    public static string Of(Mistake mistake) => mistake switch
    {
        Mistake.Sign => "the sign",
        Mistake.MissingShare => "a missing 1/n",
        Mistake.ExtraShare => "1/n once too often",
        Mistake.SumForMean => "a sum in place of a mean",
        Mistake.MeanForSum => "a mean in place of a sum",
        Mistake.FactorTwo => "a factor 2",
        Mistake.Transposed => "transposed",
        Mistake.ForgottenPenalty => "a forgotten λw",
        Mistake.PenalisedBias => "the bias regularised",
        Mistake.WrongSlope => "a wrong derivative of a function",
        Mistake.ForgottenPath => "a forgotten path or factor of the chain rule",
        Mistake.ForgottenSum => "a forgotten sum over the rows",
        Mistake.WrongPlace => "a derivative taken at the wrong place",
        Mistake.OffByOneLayer => "the activation or weight of a neighbouring layer",
    };

    /// <summary>As short as a row of a table needs it.</summary>
    public static string InATable(Mistake mistake) => mistake switch
    {
        Mistake.Sign => "sign",
        Mistake.MissingShare => "missing 1/n",
        Mistake.ExtraShare => "extra 1/n",
        Mistake.SumForMean => "sum for mean",
        Mistake.MeanForSum => "mean for sum",
        Mistake.FactorTwo => "factor 2",
        Mistake.Transposed => "transposed",
        Mistake.ForgottenPenalty => "no λw",
        Mistake.PenalisedBias => "λ on the bias",
        Mistake.WrongSlope => "wrong slope",
        Mistake.ForgottenPath => "path left out",
        Mistake.ForgottenSum => "sum left out",
        Mistake.WrongPlace => "wrong place",
        Mistake.OffByOneLayer => "next layer's",
    };
}
