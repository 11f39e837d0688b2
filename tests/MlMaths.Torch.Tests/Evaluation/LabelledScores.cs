namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>Rows for property tests, one per byte: the lowest bit is the label, the upper four are the score, so ties abound.</summary>
internal sealed record LabelledScores(bool[] Labels, double[] Scores)
{
    public static LabelledScores From(byte[] rows) =>
        new([.. rows.Select(row => (row & 1) == 1)], [.. rows.Select(row => (row >> 4) / 15.0)]);

    public bool HasBothClasses => Labels.Contains(true) && Labels.Contains(false);

    public LabelledScores Shuffled(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Labels.Length)];
        new Random(seed).Shuffle(order);
        return new LabelledScores([.. order.Select(row => Labels[row])], [.. order.Select(row => Scores[row])]);
    }

    /// <summary>Seeded rows with overlapping classes, scores from 0 to 1 in steps of 1/<paramref name="steps"/>.</summary>
    public static LabelledScores Seeded(int seed, int rows, double positives = 0.4, int steps = 1_000_000)
    {
        var random = new Random(seed);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < positives)];
        double[] scores = [.. labels.Select(
            label => Math.Round((random.NextDouble() + random.NextDouble() + (label ? 1 : 0)) / 3 * steps) / steps)];
        return new LabelledScores(labels, scores);
    }
}
