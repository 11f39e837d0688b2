namespace MlMaths.Torch.Evaluation;

/// <summary>How often each reference row was drawn into a window, and into a reference.</summary>
internal sealed class ResampledRowCounts(int rows)
{
    private readonly double[] _weights = new double[rows];

    public int[] Window { get; } = new int[rows];

    public int[] Reference { get; } = new int[rows];

    public void Clear()
    {
        Array.Clear(Window);
        Array.Clear(Reference);
    }

    /// <summary>Of the drawn reference at a rate: q/n₊ per drawn positive, (1 − q)/n₋ per drawn negative.</summary>
    public double[] Weights(double baseRate, int[] positives)
    {
        int drawn = 0;
        foreach (int row in positives)
            drawn += Reference[row];
        // A reference without a positive, drawn from one with few, has only negatives to compare with.
        double positive = drawn == 0 ? 0 : baseRate / drawn,
            negative = (drawn == 0 ? 1 : 1 - baseRate) / Math.Max(1, Reference.Length - drawn);
        for (int row = 0; row < _weights.Length; row++)
            _weights[row] = Reference[row] * negative;
        foreach (int row in positives)
            _weights[row] = Reference[row] * positive;
        return _weights;
    }
}
