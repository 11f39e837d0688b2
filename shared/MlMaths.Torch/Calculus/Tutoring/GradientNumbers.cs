namespace MlMaths.Torch.Calculus;

/// <summary>A gradient as numbers, row by row, that no tensor owns.</summary>
internal sealed record GradientNumbers(long[] Shape, double[] Numbers)
{
    public double Norm => Math.Sqrt(Numbers.Sum(number => number * number));

    public double Largest => Numbers.Select(Math.Abs).DefaultIfEmpty(0).Max();

    public bool IsFinite => Numbers.All(double.IsFinite);

    public static GradientNumbers Of(Tensor tensor) =>
        new(tensor.shape, tensor.detach().cpu().to(torch.ScalarType.Float64).contiguous().data<double>().ToArray());

    public bool HasShapeOf(GradientNumbers other) => Shape.AsSpan().SequenceEqual(other.Shape);

    /// <summary>The transpose of a matrix; null of anything else.</summary>
    public GradientNumbers? Transposed()
    {
        if (Shape is not [long rows, long columns]) return null;
        double[] turned = new double[Numbers.Length];
        for (long i = 0; i < rows; i++)
        {
            for (long j = 0; j < columns; j++) turned[j * rows + i] = Numbers[i * columns + j];
        }
        return new GradientNumbers([columns, rows], turned);
    }

    /// <summary>Summed over as many leading places as it has more than <paramref name="rank"/>; null where it has no more.</summary>
    public GradientNumbers? SummedTo(int rank)
    {
        if (Shape.Length <= rank) return null;
        long[] kept = Shape[^rank..];
        double[] sums = new double[kept.Aggregate(1L, (product, size) => product * size)];
        for (int i = 0; i < Numbers.Length; i++) sums[i % sums.Length] += Numbers[i];
        return new GradientNumbers(kept, sums);
    }

    public override string ToString() => $"[{string.Join(", ", Shape)}]";
}
