using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise05;

/// <summary>Rows with a label and a calibrated score: of those with 0.3, three in ten are positive.</summary>
/// <param name="Labels">Of each row.</param>
/// <param name="Scores">0.01 to 0.99, two digits behind the point.</param>
internal sealed record ScoredRows(bool[] Labels, double[] Scores)
{
    /// <summary>The positive rows.</summary>
    public int Positives => Labels.Count(label => label);

    /// <summary>Rare positives, as many as is wished.</summary>
    /// <param name="n">Rows.</param>
    /// <param name="least">Positives at least.</param>
    /// <param name="most">Positives at most.</param>
    /// <param name="random">Decides.</param>
    public static ScoredRows Drawn(int n, int least, int most, Random random)
    {
        while (true)
        {
            double centre = Logit.Of((least + most) / 2.0 / n) - 0.6;
            double[] scores = [.. Enumerable.Range(0, n).Select(_ => Score(centre, random))];
            ScoredRows rows = new([.. scores.Select(score => random.NextDouble() < score)], scores);
            if (rows.Positives >= least && rows.Positives <= most) return rows;
        }
    }

    /// <summary>Without one row each, where a positive is left.</summary>
    public IEnumerable<ScoredRows> Simpler(int leastPositives = 1) =>
        from kept in Simplify.Without(Labels.Length, least: 2)
        let fewer = Of(kept)
        where fewer.Positives >= leastPositives
        select fewer;

    /// <summary>Those rows.</summary>
    public ScoredRows Of(IReadOnlyList<int> rows) => new([.. rows.Select(i => Labels[i])], [.. rows.Select(i => Scores[i])]);

    /// <summary>As a learner would write labels.</summary>
    public static string Written(IEnumerable<bool> labels) => $"[{string.Join(", ", labels.Select(label => label ? "true" : "false"))}]";

    private static double Score(double centre, Random random) => Math.Clamp(
        Math.Round(Logit.Probability(centre + 1.3 * Normal.Quantile(Math.Clamp(random.NextDouble(), 1e-9, 1 - 1e-9))), 2), 0.01, 0.99);
}

/// <summary>What a threshold makes of rows.</summary>
internal readonly record struct Called(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    public int Rows => TruePositives + FalsePositives + FalseNegatives + TrueNegatives;

    public double Accuracy => (double)(TruePositives + TrueNegatives) / Rows;

    public double Recall => Share(TruePositives, FalseNegatives);

    public double Precision => Share(TruePositives, FalsePositives);

    public double Specificity => Share(TrueNegatives, FalsePositives);

    public double Cost(double miss, double falseAlarm) => miss * FalseNegatives + falseAlarm * FalsePositives;

    /// <summary>A row is predicted positive where its score is at or above the threshold; above it alone, if that is wished.</summary>
    public static Called At(double threshold, ScoredRows rows, bool aboveOnly = false, bool below = false)
    {
        var count = new int[2, 2];
        for (int i = 0; i < rows.Labels.Length; i++)
        {
            bool isCalled = aboveOnly ? rows.Scores[i] > threshold : rows.Scores[i] >= threshold;
            count[rows.Labels[i] ? 1 : 0, isCalled != below ? 1 : 0]++;
        }

        return new(count[1, 1], count[0, 1], count[1, 0], count[0, 0]);
    }

    private static double Share(int part, int rest) => part + rest == 0 ? 0 : (double)part / (part + rest);
}
