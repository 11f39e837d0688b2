namespace MlMaths.Torch.Calculus;

/// <summary>A few numbers with a shape, row by row, that no native memory stands behind.</summary>
internal sealed record SmallTensor(long[] Shape, double[] Numbers)
{
    public double Norm => Math.Sqrt(Numbers.Sum(number => number * number));

    public double Largest
    {
        get
        {
            double largest = 0;
            foreach (double number in Numbers) largest = Math.Max(largest, Math.Abs(number));
            return largest;
        }
    }

    public bool IsFinite => Numbers.All(double.IsFinite);

    public int Rank => Shape.Length;

    public static SmallTensor Of(Tensor tensor) =>
        new(tensor.shape, tensor.detach().cpu().to(torch.ScalarType.Float64).contiguous().data<double>().ToArray());

    public static SmallTensor Of(double number) => new([], [number]);

    public bool HasShapeOf(SmallTensor other) => Shape.AsSpan().SequenceEqual(other.Shape);

    /// <summary>Each number by itself.</summary>
    public SmallTensor Each(Func<double, double> of)
    {
        double[] numbers = new double[Numbers.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = of(Numbers[i]);
        return new SmallTensor(Shape, numbers);
    }

    /// <summary>Σ wᵢxᵢ, with fixed weights between −1 and 1 that have no pattern which a mistake could share.</summary>
    public double WeightedSum()
    {
        double sum = 0;
        for (int i = 0; i < Numbers.Length; i++) sum += Math.Cos((i + 1) * (i + 1)) * Numbers[i];
        return sum;
    }

    public override string ToString() => $"[{string.Join(", ", Shape)}]";
}
