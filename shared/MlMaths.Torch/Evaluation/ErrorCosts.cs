namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the two kinds of error cost, in any one currency, and what it costs to look at a call at all, right or wrong; silence
/// about a negative costs nothing. Given a calibrated probability p, a call costs Review + (1 − p)·FalseAlarm and silence costs
/// p·Miss. They are equal at p*, above which calling is cheaper (C. Elkan, 2001, IJCAI, equation 2):
/// <code>
/// Review + (1 − p*) FalseAlarm = p* Miss   ⇒   p* = (FalseAlarm + Review) / (FalseAlarm + Miss)
/// </code>
/// Without reviews the ratio FalseAlarm/Miss is the threshold on the odds, not on the probability: 1 against 5 gives 1/6, not 1/5.
/// Where a review costs as much as a miss, p* is 1 or more, and no call pays for itself.
/// </summary>
/// <param name="Miss">Cost of a positive that was not called; 0 or more.</param>
/// <param name="FalseAlarm">Cost of a negative that was called; 0 or more.</param>
public sealed record ErrorCosts(double Miss, double FalseAlarm)
{
    /// <summary>Cost of a positive that was not called.</summary>
    public double Miss { get; } = Checked(Miss, nameof(Miss));

    /// <summary>Cost of a negative that was called.</summary>
    public double FalseAlarm { get; } = Checked(FalseAlarm, nameof(FalseAlarm));

    /// <summary>Cost of looking at a call, whatever it turns out to be; 0 or more.</summary>
    public double Review
    {
        get;
        init => field = Checked(value, nameof(Review));
    }

    /// <summary>p*: the probability from which a call is the cheaper choice. Two costs of 0 have none, and throw.</summary>
    public double ElkanThreshold => Miss + FalseAlarm > 0
        ? (FalseAlarm + Review) / (FalseAlarm + Miss)
        : throw new InvalidOperationException("Errors that cost nothing have no best threshold: give at least one a cost above 0.");

    /// <summary>
    /// (Miss·FN + FalseAlarm·FP + Review·(TP + FP)) / n; without reviews π·Miss·(1 − TPR) + (1 − π)·FalseAlarm·FPR, π the share
    /// of positives. Null without rows.
    /// </summary>
    public double? PerCase(ConfusionMatrix matrix) => matrix.Rows == 0
        ? null
        : (Miss * matrix.FalseNegatives + FalseAlarm * matrix.FalsePositives + Review * matrix.PredictedPositive) / matrix.Rows;

    private static double Checked(double cost, string name) =>
        double.IsFinite(cost) && cost >= 0
            ? cost
            : throw new ArgumentOutOfRangeException(name, cost, "A cost is 0 or more, and finite.");
}
