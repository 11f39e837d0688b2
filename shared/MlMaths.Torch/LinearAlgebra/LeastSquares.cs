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
    private readonly double[] _variances;

    private LeastSquares(HouseholderQr qr, double[] y)
    {
        (Qr, Targets) = (qr, y);
        Weights = qr.Solve(y);
        Residuals = qr.Residuals(y);
        double[,] gram = qr.InverseGram();
        _variances = [.. Enumerable.Range(0, qr.Columns).Select(k => gram[k, k])];
    }

    /// <summary>Fits by <see cref="HouseholderQr"/>; a column of ones is put before the others.</summary>
    /// <param name="columns">d columns of n numbers, none a combination of others.</param>
    /// <param name="y">n targets, n above d + 1.</param>
    public static LeastSquares Fit(IReadOnlyList<double[]> columns, double[] y)
    {
        if (y.Length <= columns.Count + 1)
            throw new ArgumentException($"{y.Length} rows determine no spread beside {columns.Count + 1} weights: one more row at least.", nameof(y));
        return new LeastSquares(HouseholderQr.Of([Ones(y.Length), .. columns]), y);
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
    public double ResidualDeviation => Math.Sqrt(Residuals.Sum(r => r * r) / DegreesOfFreedom);

    /// <summary>σ̂ √((AᵀA)⁻¹)ₖₖ; k = 0 for b.</summary>
    public double StandardError(int k) => ResidualDeviation * Math.Sqrt(_variances[k]);

    /// <summary>θ̂ₖ with its t interval; k = 0 for b. No ends where the fit leaves no residual.</summary>
    public Interval Interval(int k, double confidence = Probability.Interval.UsualConfidence)
    {
        double error = StandardError(k);
        if (!(error > 0))
            return Probability.Interval.WithoutEnds(Weights[k], "t", "the fit leaves no residuals", confidence);
        double reach = StudentT.Quantile(0.5 + confidence / 2, DegreesOfFreedom) * error;
        return new Interval(Weights[k], Weights[k] - reach, Weights[k] + reach, confidence, FormattableString.Invariant($"t, {DegreesOfFreedom} degrees of freedom"));
    }

    /// <summary>Two-sided, for θₖ = 0; null where the fit leaves no residual.</summary>
    public double? PValue(int k) => StandardError(k) is > 0 and double error ? StudentT.TwoSidedPValue(Weights[k] / error, DegreesOfFreedom) : null;

    /// <summary>ŷ of other rows, given by their columns.</summary>
    public double[] Predict(IReadOnlyList<double[]> columns) => Predict(Weights, columns);

    /// <summary>b + Σ wⱼxⱼ of rows that are given by their columns, one at least.</summary>
    /// <param name="weights">[b | w].</param>
    /// <param name="columns">d columns of n numbers.</param>
    public static double[] Predict(IReadOnlyList<double> weights, IReadOnlyList<double[]> columns)
    {
        double[] predicted = new double[columns[0].Length];
        Array.Fill(predicted, weights[0]);
        foreach ((int j, double[] column) in columns.Index())
        {
            for (int i = 0; i < predicted.Length; i++)
                predicted[i] += weights[j + 1] * column[i];
        }

        return predicted;
    }

    internal static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
