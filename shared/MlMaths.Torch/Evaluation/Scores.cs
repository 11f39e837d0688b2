namespace MlMaths.Torch.Evaluation;

/// <summary>What every measure asks of its labels and scores.</summary>
internal static class Scores
{
    public const string NoPositives = "there are no positive rows";

    public const string NoNegatives = "there are no negative rows";

    public const string NoProbabilities = "scores outside 0 to 1 are no probabilities";

    public static void RequireOnePerLabel(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        if (labels.Length != scores.Length)
            throw new ArgumentException($"{labels.Length} labels and {scores.Length} scores: there must be one score per label.");
    }

    /// <summary>A NaN is neither above nor below a threshold, so a ranking cannot place it.</summary>
    public static void RequireFinite(ReadOnlySpan<double> scores)
    {
        for (int row = 0; row < scores.Length; row++)
        {
            if (!double.IsFinite(scores[row]))
                throw new ArgumentException($"The score of row {row} is {scores[row]}, and must be a finite number.");
        }
    }

    /// <summary>An infinite threshold calls every row or none; NaN calls nothing and spares nothing.</summary>
    public static double RequireThreshold(double threshold) => double.IsNaN(threshold)
        ? throw new ArgumentException("A threshold is a number, or infinite; it was NaN.", nameof(threshold))
        : threshold;

    public static void RequireProbabilities(ReadOnlySpan<double> scores)
    {
        for (int row = 0; row < scores.Length; row++)
        {
            if (!(scores[row] >= 0 && scores[row] <= 1))
                throw new ArgumentException($"The score of row {row} is {scores[row]}, and must be a probability from 0 to 1.");
        }
    }

    /// <summary>The reason that a curve over both classes is not defined; null where it is.</summary>
    public static string? MissingClass(long positives, long negatives) =>
        positives == 0 ? NoPositives : negatives == 0 ? NoNegatives : null;
}
