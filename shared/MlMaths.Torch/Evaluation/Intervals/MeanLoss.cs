using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>The mean of what rows lose, by the normal law, where rows are many: two passes, and no list of losses is kept.</summary>
internal static class MeanLoss
{
    /// <summary>From here on a mean is as good as normal, unless a handful of rows make up most of it.</summary>
    public const int FromRows = 10_000;

    private const string Method = "normal distribution of a mean";

    /// <summary>Never below 0, as losses are not.</summary>
    public static Interval Interval(int rows, Func<int, double> lossOfRow, double confidence)
    {
        double mean = 0, squares = 0;
        for (int row = 0; row < rows; row++) mean += lossOfRow(row) / rows;
        if (rows < 2) return Probability.Interval.WithoutEnds(mean, Method, "one row has no spread", confidence);
        for (int row = 0; row < rows; row++) squares += Math.Pow(lossOfRow(row) - mean, 2);
        double reach = Normal.TwoSidedQuantile(confidence) * Math.Sqrt(squares / (rows - 1) / rows);
        return new(mean, Math.Max(0, mean - reach), mean + reach, confidence, Method);
    }
}
