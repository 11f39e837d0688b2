using System.Globalization;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// ŷ = b + Xw with the least Σ(yᵢ − ŷᵢ)², and what its weights can be trusted for.
///
/// <code>
/// A     = [1 | X],  θ = [b | w]            [n, p], [p],  p = d + 1
/// y     = Aθ + ε,  ε independent, mean 0, variance σ²      what the intervals assume (and normal, where n is small)
/// θ̂     = (AᵀA)⁻¹Aᵀy = θ + (AᵀA)⁻¹Aᵀε      so E θ̂ = θ and
/// cov θ̂ = (AᵀA)⁻¹Aᵀ σ²I A(AᵀA)⁻¹ = σ²(AᵀA)⁻¹
/// σ̂²    = ‖y − Aθ̂‖² / (n − p)              p directions were used up by the fit
/// θ̂ⱼ ± t · σ̂ √((AᵀA)⁻¹)ⱼⱼ                   t of Student with n − p degrees of freedom
/// </code>
/// Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed., section 3.2.
/// </summary>
public sealed class LeastSquares
{
    // Sizes beyond which a length, or one over it, leaves float64.
    private const double Largest = 1e300, Least = 1e-300;

    private readonly double[] _roots; // √((AᵀA)⁻¹)ₖₖ

    private LeastSquares(HouseholderQr qr, double[] y)
    {
        (Qr, Targets) = (qr, y);
        Weights = qr.Solve(y);
        Residuals = qr.Residuals(y);
        ResidualDeviation = Magnitude.Norm(Residuals) / Math.Sqrt(DegreesOfFreedom);
        _roots = qr.InverseGramRoots();
        if (!Weights.All(double.IsFinite) || !_roots.All(double.IsFinite))
        {
            throw new UserMistakeException("The sizes of the columns and the target differ so much that a weight is "
                + "too large for double precision (1.8e308): use other units.");
        }
    }

    /// <summary>Fits by <see cref="HouseholderQr"/>; a column of ones is put before the others.</summary>
    /// <param name="columns">d columns of n numbers, none a combination of others.</param>
    /// <param name="y">n targets, n above d + 1.</param>
    /// <exception cref="UserMistakeException">
    /// A column is constant or a combination of others but for rounding, or a size is beyond 1e-300 to 1e300.
    /// </exception>
    public static LeastSquares Fit(IReadOnlyList<double[]> columns, double[] y)
    {
        Finite.Check(columns);
        Finite.Check(y);
        if (y.Length <= columns.Count + 1)
        {
            throw new ArgumentException(
                $"{y.Length} rows determine no spread beside {columns.Count + 1} weights: add at least one row.",
                nameof(y));
        }
        foreach ((int j, double[] column) in columns.Index())
            CheckSize(column, $"Column {j}");
        CheckSize(y, "The target");

        var qr = new HouseholderQr(y.Length);
        qr.TryAdd(Ones(y.Length));
        foreach ((int j, bool isAdded) in qr.TryAddEach(columns, j => Indistinguishable(columns[j])).Index())
        {
            if (!isAdded)
                throw new UserMistakeException(Combination(qr, columns, j));
        }

        return new LeastSquares(qr, y);
    }

    /// <summary>[1 | X] = QR.</summary>
    public HouseholderQr Qr { get; }

    /// <summary>y [n].</summary>
    public IReadOnlyList<double> Targets { get; }

    /// <summary>θ̂ = [b | w], p numbers.</summary>
    public double[] Weights { get; }

    /// <summary>y − ŷ [n].</summary>
    public double[] Residuals { get; }

    /// <summary>ŷ [n].</summary>
    public double[] Fitted => [.. Targets.Zip(Residuals, (y, r) => y - r)];

    /// <summary>n − p.</summary>
    public int DegreesOfFreedom => Qr.Rows - Qr.Columns;

    /// <summary>σ̂, in units of the target.</summary>
    public double ResidualDeviation { get; }

    /// <summary>σ̂ √((AᵀA)⁻¹)ₖₖ; k = 0 for b.</summary>
    public double StandardError(int k) => ResidualDeviation * _roots[k];

    /// <summary>θ̂ₖ with its t interval; k = 0 for b. No ends where the fit leaves no residual.</summary>
    public Interval Interval(int k, double confidence = Probability.Interval.DefaultConfidence)
    {
        Probability.Interval.Checked(confidence);
        double error = StandardError(k);
        if (!LeavesResiduals(error))
            return Probability.Interval.WithoutEnds(Weights[k], "t", "the fit leaves no residuals", confidence);
        double reach = StudentT.TwoSidedQuantile(confidence, DegreesOfFreedom) * error;
        return new Interval(Weights[k], Weights[k] - reach, Weights[k] + reach, confidence,
            FormattableString.Invariant($"t, {DegreesOfFreedom} degrees of freedom"));
    }

    /// <summary>Two-sided, for θₖ = 0; null where the fit leaves no residual.</summary>
    public double? PValue(int k) =>
        StandardError(k) is double error && LeavesResiduals(error) ? StudentT.TwoSidedPValue(Weights[k] / error,
            DegreesOfFreedom) : null;

    /// <summary>ŷ of other rows, given by their columns.</summary>
    public double[] Predict(IReadOnlyList<double[]> columns) => Predict(Weights, columns);

    /// <summary>b + Σ wⱼxⱼ of rows that are given by their columns, one at least.</summary>
    /// <param name="weights">[b | w].</param>
    /// <param name="columns">d columns of n numbers.</param>
    public static double[] Predict(IReadOnlyList<double> weights, IReadOnlyList<double[]> columns)
    {
        Finite.Checked(weights);
        Finite.Check(columns);
        double[] predicted = new double[columns[0].Length];
        Array.Fill(predicted, weights[0]);
        foreach ((int j, double[] column) in columns.Index())
        {
            for (int i = 0; i < predicted.Length; i++)
                predicted[i] += weights[j + 1] * column[i];
        }

        return predicted;
    }

    // Residuals in the last digits of the target are what rounding left of none.
    private bool LeavesResiduals(double error) => error > 0 && Residuals.Max(Math.Abs) > 1e-14 * Targets.Max(Math.Abs);

    /// <summary>
    /// The share of its length below which what is left of a column cannot be told from rounding: of its spread, or of
    /// its offset.
    /// </summary>
    private static double Indistinguishable(double[] column)
    {
        var moments = Moments.Of(column);
        double length = Math.Max(moments.PopulationDeviation, Math.Abs(moments.Mean));
        return length == 0 ? 1 : Math.Max(1e-14, DependentColumns.Rounding * (moments.PopulationDeviation / length));
    }

    private static string Combination(HouseholderQr before, IReadOnlyList<double[]> columns, int j)
    {
        double[] c = before.Solve(columns[j]), size = [.. columns.Take(j).Select((column,
            k) => Math.Abs(c[k + 1]) * Magnitude.Norm(column))];
        double least = 1e-9 * Magnitude.Norm(columns[j]);
        int[] parts = [.. Enumerable.Range(0, j).Where(k => size[k] > least)];
        string what = parts.Length == 0 ? "is constant, and repeats the intercept"
            : $"is a combination of column{(parts.Length == 1 ? "" : "s")} {string.Join(", ", parts)}";
        return $"Column {j} {what}: its weight is not unique; leave it out.";
    }

    private static void CheckSize(double[] values, string name)
    {
        double largest = values.Length == 0 ? 0 : values.Max(Math.Abs);
        if (largest is 0 or (>= Least and <= Largest)) return;
        throw new UserMistakeException(string.Create(CultureInfo.InvariantCulture,
            $"{name} has sizes of {NumberText.Brief(largest)}, but lengths need numbers from 1e-300 to 1e300: use "
                + $"other units."));
    }

    internal static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
