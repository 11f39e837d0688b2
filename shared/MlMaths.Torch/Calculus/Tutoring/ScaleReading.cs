namespace MlMaths.Torch.Calculus;

/// <summary>
/// A gradient that is the same direction everywhere, and at each point so many times as long: which mistake multiplies so?
/// <code>
/// sₚ = ⟨a, c⟩ / ⟨c, c⟩      at the point p, where a = sₚ c up to rounding
/// sₚ = κ nₚ^α              the same κ ∈ {±½, ±1, ±2} and α ∈ {−1, 0, 1} at every point, nₚ its rows
/// </code>
/// </summary>
internal static class ScaleReading
{
    /// <summary>How far two numbers of the same meaning may lie apart, as a share.</summary>
    public const double Tolerance = 1e-6;

    private static readonly double[] Factors = [1, -1, 2, -2, 0.5, -0.5];

    /// <summary>s; null where a is not a multiple of c.</summary>
    public static double? Ratio(GradientNumbers a, GradientNumbers c)
    {
        double square = c.Numbers.Sum(number => number * number);
        double s = a.Numbers.Zip(c.Numbers, (x, y) => x * y).Sum() / square;
        double rest = Math.Sqrt(a.Numbers.Zip(c.Numbers, (x, y) => (x - s * y) * (x - s * y)).Sum());
        return rest <= Tolerance * a.Norm ? s : null;
    }

    /// <summary>The mistakes that multiply so, none for sₚ = 1; null where no rule gives these numbers.</summary>
    /// <param name="readings">n and s of each point.</param>
    /// <param name="isMean">Whether the loss is a mean over the rows.</param>
    public static IReadOnlyList<Mistake>? Of(IReadOnlyList<(long Rows, double Ratio)> readings, bool isMean)
    {
        foreach (int power in (int[])[0, 1, -1])
        {
            foreach (double factor in Factors)
            {
                if (!readings.All(reading => Math.Abs(reading.Ratio / (factor * Math.Pow(reading.Rows, power)) - 1) <= Tolerance)) continue;
                return Named(power, factor, isMean);
            }
        }
        return null;
    }

    private static Mistake[]? Named(int power, double factor, bool isMean)
    {
        if (power == 1 && !isMean) return null; // where the loss is a sum, no 1/n can be missing
        var mistakes = new List<Mistake>();
        if (power == 1) mistakes.Add(Mistake.MissingShare);
        if (power == -1) mistakes.Add(isMean ? Mistake.ExtraShare : Mistake.MeanForSum);
        if (factor < 0) mistakes.Add(Mistake.Sign);
        if (Math.Abs(factor) != 1) mistakes.Add(Mistake.FactorTwo);
        return [.. mistakes];
    }
}
