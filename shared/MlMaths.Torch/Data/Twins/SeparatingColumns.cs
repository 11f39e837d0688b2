namespace MlMaths.Torch.Data;

/// <summary>
/// A leakage check: one column that parts the classes without a single error is rarely a discovery. More often it is the
/// target under another name, or was written down after the outcome was known.
/// </summary>
internal static class SeparatingColumns
{
    /// <summary>Columns with a threshold that has all positive training rows on one side and all others on the other.</summary>
    public static IReadOnlyList<int> In(TrainingPart training, BinaryTarget target) =>
        [.. Enumerable.Range(0, training.Whole.Columns).Where(column => Separates(training, target, column))];

    private static bool Separates(TrainingPart training, BinaryTarget target, int column)
    {
        (double Low, double High) positive = (double.PositiveInfinity, double.NegativeInfinity), negative = positive;
        foreach (int row in training.Rows)
        {
            double x = training.Whole.Row(row)[column];
            if (target.IsPositive[row])
                positive = (Math.Min(positive.Low, x), Math.Max(positive.High, x));
            else
                negative = (Math.Min(negative.Low, x), Math.Max(negative.High, x));
        }

        bool bothClasses = positive.Low <= positive.High && negative.Low <= negative.High;
        return bothClasses && (positive.High < negative.Low || negative.High < positive.Low);
    }
}
