namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Where in the plane of the ROC curve the cost stays the same. Along the line, TPR pays for FPR:
/// <code>
/// cost per case = π Miss (1 − TPR) + (1 − π) FalseAlarm FPR + Review (π TPR + (1 − π) FPR)        π: the base rate
/// d cost = 0   ⇒   dTPR / dFPR = (1 − π)(FalseAlarm + Review) / (π (Miss − Review))
/// </code>
/// The cheapest threshold is where such a line touches the curve from above; the rarer the positives, the steeper the line,
/// and the further left it touches (F. Provost and T. Fawcett, 2001, Machine Learning 42:203–231).
/// </summary>
/// <param name="FalsePositiveRate">Of a point on it.</param>
/// <param name="TruePositiveRate">Of a point on it.</param>
/// <param name="Slope">Gain in TPR that one unit of FPR must bring; 0 or more.</param>
public sealed record IsoCostLine(double FalsePositiveRate, double TruePositiveRate, double Slope)
{
    /// <summary>
    /// The line through what a threshold does, at the base rate of the rows; null where a class is missing, and where a review
    /// costs as much as a miss, so that no call pays for itself.
    /// </summary>
    public static IsoCostLine? Through(ConfusionMatrix calls, ErrorCosts costs) =>
        calls is { Recall: double recall, Specificity: double specificity } && costs.Miss > costs.Review
            ? new IsoCostLine(1 - specificity, recall,
                calls.Negatives * (costs.FalseAlarm + costs.Review) / (calls.Positives * (costs.Miss - costs.Review)))
            : null;

    /// <summary>TPR at another FPR.</summary>
    public double At(double falsePositiveRate) => TruePositiveRate + Slope * (falsePositiveRate - FalsePositiveRate);

    /// <summary>
    /// The two points where it enters and leaves the plane, left one first: FPR and TPR, each from 0 to 1.
    /// </summary>
    public ((double FalsePositiveRate, double TruePositiveRate) Low, (double FalsePositiveRate, double TruePositiveRate) High) Ends()
    {
        if (Slope == 0) return ((0, TruePositiveRate), (1, TruePositiveRate));
        double left = Math.Clamp(FalsePositiveRate - TruePositiveRate / Slope, 0, 1);
        double right = Math.Clamp(FalsePositiveRate + (1 - TruePositiveRate) / Slope, 0, 1);
        return ((left, Math.Clamp(At(left), 0, 1)), (right, Math.Clamp(At(right), 0, 1)));
    }
}
