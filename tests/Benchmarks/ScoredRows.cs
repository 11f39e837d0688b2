namespace MlMaths.Torch.Benchmarks;

/// <summary>Labels, a third of them positive, with probabilities that lean towards them and have ties.</summary>
internal static class ScoredRows
{
    public static (bool[] Labels, double[] Scores) Draw(int rows, int seed)
    {
        Random chance = new(seed);
        bool[] labels = [.. Enumerable.Range(0, rows).Select(_ => chance.Next(3) == 0)];
        double[] scores = [.. labels.Select(positive => Math.Round((chance.NextDouble() + (positive ? 0.5 : 0)) / 1.5, 4))];
        return (labels, scores);
    }
}
