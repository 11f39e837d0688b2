using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What is left of the digits at one condition number.</summary>
/// <param name="Condition">κ(X), median of the draws.</param>
/// <param name="QrError">‖ŵ − w‖/‖w‖ by <see cref="HouseholderQr"/>, median.</param>
/// <param name="NormalError">The same by <see cref="NormalEquations"/>; null where XᵀX had no root in half of the draws.</param>
public sealed record AccuracyPoint(double Condition, double QrError, double? NormalError);

/// <summary>
/// Two columns that draw nearer and nearer to each other, X = [1 | a | a + εu], with weights that are known to the last digit:
/// <code>
/// a in steps of 2⁻²⁰, u in steps of 2⁻⁶, ε = 2⁻ᵏ, w whole numbers   ⇒   y = Xw has no more bits than a number holds
/// ‖ŵ − w‖/‖w‖ ≲ c u κ       QR, as the residual is 0         u = 2⁻⁵³ ≈ 10⁻¹⁶, the unit of rounding
/// ‖ŵ − w‖/‖w‖ ≲ c u κ²      normal equations
/// </code>
/// With residuals r that are not 0 QR too has a part that grows as κ²: u κ² ‖r‖/(‖X‖‖w‖); the other way always has it in full.
/// Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., chapter 20.
/// </summary>
public static class LeastSquaresAccuracy
{
    /// <summary>Pairs of columns that are drawn at each step.</summary>
    public const int Draws = 15;

    private const int Rows = 30, LargestPower = 40;
    private static readonly double[] Truth = [3, -2, 5];

    /// <summary>From ε = ¼ to 2⁻⁴⁰.</summary>
    /// <param name="seed">Decides a and u.</param>
    public static IReadOnlyList<AccuracyPoint> Measure(int seed) =>
        [.. Enumerable.Range(1, LargestPower / 2).Select(step => At(Math.ScaleB(1, -2 * step), seed))];

    private static AccuracyPoint At(double ε, int seed)
    {
        var random = new SplitMix64(seed, DrawnFor.Worlds);
        List<double> conditions = [], qr = [], normal = [];
        for (int draw = 0; draw < Draws; draw++)
        {
            double[][] X = Drawn(ref random, ε);
            double[] y = [.. Enumerable.Range(0, Rows).Select(i => X.Zip(Truth, (column, w) => column[i] * w).Sum())];
            conditions.Add(ConditionNumber.Of(X)!.Value);
            qr.Add(ErrorOf(HouseholderQr.Factor(X).Solve(y)));
            normal.Add(NormalEquations.Solve(X, y) is { } w ? ErrorOf(w) : double.PositiveInfinity);
        }

        double middle = Quantiles.Of([.. normal]).Median;
        return new AccuracyPoint(Median(conditions), Median(qr), double.IsFinite(middle) ? middle : null);
    }

    private static double[][] Drawn(ref SplitMix64 random, double ε)
    {
        double[] a = new double[Rows], near = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            a[i] = Math.ScaleB(random.Below(1 << 21) - (1 << 20), -20);
            near[i] = a[i] + ε * Math.ScaleB(random.Below(129) - 64, -6);
        }

        return [LeastSquares.Ones(Rows), a, near];
    }

    private static double ErrorOf(double[] w) =>
        Math.Sqrt(w.Zip(Truth, (found, true_) => (found - true_) * (found - true_)).Sum() / Truth.Sum(true_ => true_ * true_));

    private static double Median(List<double> values) => Quantiles.Of([.. values]).Median;
}
