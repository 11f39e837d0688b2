namespace MlMaths.Torch.Diagnosis;

/// <summary>
/// Whether a straight line was seen to separate the two classes without a mistake. Then the unpenalised likelihood has no
/// maximum: stretching the weights, w ← cw with c → ∞, always makes every probability more right, and ‖w‖ grows until
/// rounding ends it. A penalty gives it an end. Source: Albert and Anderson (1984), Biometrika 71(1).
/// </summary>
/// <param name="IsSeparated">True: a separating line was found, which proves it. False: the logits looked at do not separate.</param>
/// <param name="Gap">Least logit of a positive row minus greatest logit of a negative one; above 0 where separated.</param>
public sealed record PerfectSeparation(bool IsSeparated, double Gap)
{
    /// <summary>Looks at the logits of the training rows.</summary>
    /// <param name="labels">True for a positive row; both classes occur.</param>
    /// <param name="logits">
    /// z of each row; with a NaN among them nothing is seen to separate, and an infinite one lies beyond all others.
    /// </param>
    public static PerfectSeparation In(ReadOnlySpan<bool> labels, ReadOnlySpan<double> logits)
    {
        double leastPositive = double.PositiveInfinity, greatestNegative = double.NegativeInfinity;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i])
                leastPositive = Math.Min(leastPositive, logits[i]);
            else
                greatestNegative = Math.Max(greatestNegative, logits[i]);
        }

        double gap = leastPositive - greatestNegative;
        return new PerfectSeparation(gap > 0, gap);
    }
}
