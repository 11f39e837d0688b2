namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>The four counts, by the right reading of labels and scores or by one with slips in it.</summary>
/// <param name="TP">Positive, predicted positive.</param>
/// <param name="FP">Negative, predicted positive.</param>
/// <param name="FN">Positive, predicted negative.</param>
/// <param name="TN">Negative, predicted negative.</param>
internal sealed record Counts(double TP, double FP, double FN, double TN)
{
    public double All => TP + FP + FN + TN;

    /// <summary>What people do wrong before there is anything to divide: every method can have it.</summary>
    public static IReadOnlyList<Grading.Slip> Slips { get; } =
    [
        new("greater-than", "with > for ≥: a score that equals the threshold is predicted positive as well", ">|<"),
        new("class-zero", "when class 0 is taken for the positive one", "false|!|Matrix|tp"),
        new("labels-turned", "when the labels are turned round: true is counted as negative", "!|false|labels"),
        new("below", "when the scores below the threshold are predicted positive", "<"),
        new("fixed-half", "with a threshold of 0.5, whatever it is asked for", "0.5|.5|Round"),
        new("last-left-out", "when the last row is left out", "Length|Count"),
        new("first-left-out", "when the first row is left out", "= 1|Skip"),
    ];

    public static Counts Of(ScoredRows at, IReadOnlySet<string> slips)
    {
        double threshold = slips.Contains("fixed-half") ? 0.5 : at.Threshold;
        int from = slips.Contains("first-left-out") ? 1 : 0, to = at.Scores.Length - (slips.Contains("last-left-out") ? 1 : 0);
        double[,] counts = new double[2, 2];
        for (int i = from; i < to; i++)
        {
            bool called = slips.Contains("greater-than") ? at.Scores[i] > threshold : at.Scores[i] >= threshold;
            bool positive = at.IsPositive[i] ^ slips.Overlaps(["class-zero", "labels-turned"]);
            called ^= slips.Overlaps(["class-zero", "below"]);
            counts[positive ? 1 : 0, called ? 1 : 0]++;
        }

        return new(counts[1, 1], counts[0, 1], counts[1, 0], counts[0, 0]);
    }
}
