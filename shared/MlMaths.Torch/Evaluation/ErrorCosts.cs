namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the two kinds of error cost, in any one currency; right calls cost nothing. Given a calibrated probability p, a
/// call costs (1 − p)·FalseAlarm and silence costs p·Miss. They are equal at p*, above which calling is cheaper
/// (C. Elkan, 2001, IJCAI, equation 2):
/// <code>
/// (1 − p*) FalseAlarm = p* Miss   ⇒   p* = FalseAlarm / (FalseAlarm + Miss)
/// </code>
/// The ratio FalseAlarm/Miss is the threshold on the odds, not on the probability: 1 against 5 gives 1/6, not 1/5.
/// </summary>
/// <param name="Miss">Cost of a positive that was not called; 0 or more.</param>
/// <param name="FalseAlarm">Cost of a negative that was called; 0 or more.</param>
public sealed record ErrorCosts(double Miss, double FalseAlarm)
{
    /// <summary>Cost of a positive that was not called.</summary>
    public double Miss { get; } = Checked(Miss, nameof(Miss));

    /// <summary>Cost of a negative that was called.</summary>
    public double FalseAlarm { get; } = Checked(FalseAlarm, nameof(FalseAlarm));

    /// <summary>p*: the probability from which a call is the cheaper choice. Two costs of 0 have none, and throw.</summary>
    public double ElkanThreshold => Miss + FalseAlarm > 0
        ? FalseAlarm / (FalseAlarm + Miss)
        : throw new InvalidOperationException("Errors that cost nothing have no best threshold: give at least one a cost above 0.");

    /// <summary>
    /// (Miss·FN + FalseAlarm·FP) / n = π·Miss·(1 − TPR) + (1 − π)·FalseAlarm·FPR, π the share of positives; null without rows.
    /// </summary>
    public double? PerCase(ConfusionMatrix matrix) => matrix.Rows == 0
        ? null
        : (Miss * matrix.FalseNegatives + FalseAlarm * matrix.FalsePositives) / matrix.Rows;

    private static double Checked(double cost, string name) =>
        double.IsFinite(cost) && cost >= 0
            ? cost
            : throw new ArgumentOutOfRangeException(name, cost, "A cost is 0 or more, and finite.");
}
