namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient of an expression by trying (<see cref="FiniteDifferences"/> has the derivation): an answer that knows nothing of
/// the chain rule, beside the one that <see cref="Tape"/> gives.
/// </summary>
public static class ExpressionDifferences
{
    private static readonly double Step = Math.Cbrt(Math.BitIncrement(1.0) - 1.0);

    /// <summary>
    /// (L(x + h) − L(x − h)) / 2h for every element of a name; null where L has no value on one of the sides, or is no
    /// single number.
    /// </summary>
    public static IReadOnlyList<double?> Of(Expression expression, GivenValues values, string name)
    {
        IReadOnlyList<double> x = values.Of(name) ?? throw new ArgumentException($"The name '{name}' has no value.", nameof(name));
        return [.. x.Select((_, j) => Slope(expression, values, name, j, x[j]))];
    }

    private static double? Slope(Expression expression, GivenValues values, string name, int j, double x)
    {
        double h = Step * Math.Max(1, Math.Abs(x)), above = x + h, below = x - h;
        // What was really added, after rounding, is what must be divided by.
        double? slope = (At(above) - At(below)) / (above - below);
        return slope is { } number && double.IsFinite(number) ? number : null;

        double? At(double moved) => expression.Record(values.With(name, j, moved)).Entries[^1].Value is [var L] ? L : null;
    }
}
