using System.Globalization;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Weights with which columns make up a target on every row: to the last digits, or as far as the decimals allow that they
/// are written with.
/// <code>
/// ŷᵢ = c₀ + Σ cⱼ xᵢⱼ          least squares by reflections; a weight near a round number is that number
/// |yᵢ − ŷᵢ| ≤ ½u_y + ½ Σ min(u_y, |cⱼ|uⱼ)     u: one unit of a column's last decimal, 0 beyond six decimals;
///                                           whole numbers beside a finer target were counted, not rounded
/// </code>
/// </summary>
/// <param name="Constant">c₀.</param>
/// <param name="Weights">cⱼ, in the units of the columns.</param>
/// <param name="Unexplained">1 − R².</param>
/// <param name="IsExact">To the last digits.</param>
internal sealed record ExactFit(double Constant, double[] Weights, double Unexplained, bool IsExact)
{
    /// <summary>Most of 1 − R² for a measured target: it varies over some hundred units, or rounding proves nothing.</summary>
    public const double Measured = 1e-4;

    /// <summary>The same for labels, which are 1 apart.</summary>
    public const double Labels = 1e-3;

    private const double LastDigits = 1e-11;

    /// <summary>The fit; null where a single row is off.</summary>
    /// <param name="columns">Column by column.</param>
    /// <param name="target">y.</param>
    /// <param name="most">Most of 1 − R².</param>
    public static ExactFit? Of(IReadOnlyList<double[]> columns, double[] target, double most) =>
        LeastSquares(columns, target) is { } weights
            ? Checked(columns, target, [.. weights.Select(Round)], most) ?? Checked(columns, target, weights, most)
            : null;

    private static ExactFit? Checked(IReadOnlyList<double[]> columns, double[] target, double[] weights, double most) =>
        Checked(columns, target, weights, 0, most) ?? Checked(columns, target, weights, MeanRest(columns, target, weights), most);

    /// <summary>c₁, c₂, … with the least squares; null where a column is a combination of others.</summary>
    public static double[]? LeastSquares(IReadOnlyList<double[]> columns, double[] target)
    {
        double[] means = [.. columns.Select(column => Moments.Of(column).Mean)],
            scales = [.. columns.Select(column => column.Max(Math.Abs) is > 0 and double size ? size : 1)];
        var qr = new HouseholderQr(target.Length);
        foreach ((int j, double[] column) in columns.Index())
        {
            if (!qr.TryAdd(Array.ConvertAll(column, value => (value - means[j]) / scales[j]), 1e-12)) return null;
        }

        double mean = Moments.Of(target).Mean;
        return [.. qr.Solve(Array.ConvertAll(target, value => value - mean)).Select((weight, j) => weight / scales[j])];
    }

    private static ExactFit? Checked(IReadOnlyList<double[]> columns, double[] target, double[] weights, double constant, double most)
    {
        double squares = 0, worst = 0, size = target.Max(Math.Abs), all = Moments.Of(target).SampleVariance ?? 0;
        for (int j = 0; j < weights.Length; j++)
        {
            double part = Math.Abs(weights[j]) * columns[j].Max(Math.Abs);
            if (part <= 1e-9 * size) return null; // it takes no part
            size = Math.Max(size, part);
        }

        for (int row = 0; row < target.Length; row++)
        {
            double rest = Math.Abs(target[row] - Sum(columns, weights, row) - constant);
            worst = Math.Max(worst, rest);
            squares += rest * rest / target.Length;
        }

        double unit = AskedColumns.Unit(target), rounding = unit / 2;
        for (int j = 0; j < weights.Length; j++)
            rounding += Math.Min(unit, Math.Abs(weights[j]) * AskedColumns.Unit(columns[j])) / 2;
        bool isExact = worst <= LastDigits * size;
        return squares <= most * all && (isExact || worst <= 1.001 * rounding + LastDigits * size)
            ? new(constant, weights, squares / all, isExact)
            : null;
    }

    private static double MeanRest(IReadOnlyList<double[]> columns, double[] target, double[] weights) =>
        Round(Enumerable.Range(0, target.Length).Average(row => target[row] - Sum(columns, weights, row)));

    private static double Sum(IReadOnlyList<double[]> columns, double[] weights, int row)
    {
        double sum = 0;
        for (int j = 0; j < weights.Length; j++)
            sum += weights[j] * columns[j][row];
        return sum;
    }

    // 0.99999997 is 1, 0.3333333 stays: a number of at most three digits, if it lies within a ten-thousandth.
    private static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        double step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2), round = Math.Round(value / step) * step;
        round = double.Parse(round.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture); // 0.30000000000000004
        return Math.Abs(round - value) <= 1e-4 * Math.Abs(value) ? round : value;
    }
}
