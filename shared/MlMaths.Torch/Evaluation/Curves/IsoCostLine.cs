namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Where the cost per case is the same in the plane of the ROC curve: a straight line, the steeper the rarer and the cheaper
/// positives are (F. Provost and T. Fawcett, 2001, Machine Learning 42:203–231).
/// <code>
/// cost per case = π (Miss (1 − TPR) + Review TPR) + (1 − π) (FalseAlarm + Review) FPR
/// slope         = (1 − π)/π · (FalseAlarm + Review)/(Miss − Review)
/// </code>
/// A curve should be used where such a line touches it from above. <see cref="DecisionRegion"/> has the slope as 1/κ.
/// </summary>
/// <param name="FalsePositiveRate">False-positive rate of a point on the line.</param>
/// <param name="TruePositiveRate">True-positive rate of the same point.</param>
/// <param name="Slope">Rise of the rate of found positives per rate of false alarms; above 0.</param>
/// <param name="CostPerCase">What every point on the line costs.</param>
public sealed record IsoCostLine(double FalsePositiveRate, double TruePositiveRate, double Slope, double CostPerCase)
{
    /// <summary>The line through a point; null where no call ever pays, or a call never costs.</summary>
    /// <param name="costs">Costs of the errors and of a review.</param>
    /// <param name="baseRate">π, above 0 and below 1.</param>
    /// <param name="falsePositiveRate">False-positive rate of the point.</param>
    /// <param name="truePositiveRate">True-positive rate of the point.</param>
    public static IsoCostLine? Through(ErrorCosts costs, double baseRate, double falsePositiveRate, double truePositiveRate)
    {
        Finite.Share(falsePositiveRate);
        Finite.Share(truePositiveRate);
        double gain = Finite.Share(baseRate) * (costs.Miss - costs.Review),
            harm = (1 - baseRate) * (costs.FalseAlarm + costs.Review);
        return gain > 0 && harm > 0
            ? new IsoCostLine(falsePositiveRate, truePositiveRate, harm / gain,
                baseRate * costs.Miss - gain * truePositiveRate + harm * falsePositiveRate)
            : null;
    }

    /// <summary>The rate of found positives on the line at a rate of false alarms.</summary>
    public double At(double falsePositiveRate) =>
        TruePositiveRate + Slope * (Finite.Checked(falsePositiveRate) - FalsePositiveRate);
}
