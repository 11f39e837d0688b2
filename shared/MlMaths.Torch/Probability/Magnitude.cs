namespace MlMaths.Torch.Probability;

/// <summary>
/// The power of two beside the largest of some numbers. Divided by it they can be squared and added without leaving the
/// range of float64, 1e-308 to 1.8e308; and as it is a power of two, no digit changes on the way there and back.
/// </summary>
internal static class Magnitude
{
    // 2 to these is still a full number with a full reciprocal.
    private const int Most = 1000;

    /// <summary>1 where all are 0.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return Of(largest);
    }

    /// <summary>Of a largest size that is known.</summary>
    public static double Of(double largest) =>
        largest is 0 or double.PositiveInfinity || double.IsNaN(largest) ? 1
            : Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -Most, Most));

    /// <summary>√Σx², right wherever it is itself a number that float64 holds.</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        double unit = Of(x), sum = 0;
        foreach (double value in x)
            sum += value / unit * (value / unit);
        return Math.Sqrt(sum) * unit;
    }
}
