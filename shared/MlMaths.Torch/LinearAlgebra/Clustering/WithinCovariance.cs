namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How rows scatter about the means of their groups, and lengths measured in it.
///
/// <code>
/// S = 1/f Σ_g Σ_(i in g) (xᵢ − m_g)(xᵢ − m_g)ᵀ      f = rows less groups; what lies beside the diagonal times 1 − d/f, or 0
/// S = LLᵀ                                            L lower triangular (A.-L. Cholesky)
/// whitened y = L⁻¹x                                  ‖y‖² = xᵀS⁻¹x: the length of x in deviations of a group
/// </code>
/// Shrinking keeps S apart from 0 in every direction where columns are many beside the rows.
/// </summary>
internal sealed class WithinCovariance
{
    // A direction without any scatter has no length in it: a millionth of a millionth of the mean variance stands in.
    private const double Least = 1e-12;

    private readonly double[][] _factor;

    private WithinCovariance(double[][] factor)
    {
        _factor = factor;
        LogVolume = factor.Index().Sum(line => Math.Log(line.Item[line.Index]));
    }

    /// <summary>ln det L = ½ ln det S.</summary>
    public double LogVolume { get; }

    /// <param name="scatter">Σ of the products above, its lower triangle; kept as it is.</param>
    /// <param name="degrees">f.</param>
    public static WithinCovariance Of(double[][] scatter, int degrees)
    {
        int f = Math.Max(1, degrees);
        return Factored(scatter, f, Math.Max(0, 1 - (double)scatter.Length / f));
    }

    /// <summary>S as it is, its lower triangle.</summary>
    public static WithinCovariance Exactly(double[][] covariance) => Factored(covariance, 1, 1);

    private static WithinCovariance Factored(double[][] scatter, int f, double kept)
    {
        int d = scatter.Length;
        double trace = 0;
        for (int j = 0; j < d; j++) trace += scatter[j][j] / f;
        double least = Least * trace / d + double.Epsilon;
        double[][] factor = new double[d][];
        for (int i = 0; i < d; i++)
        {
            factor[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double sum = scatter[i][j] / f * (i == j ? 1 : kept);
                for (int q = 0; q < j; q++) sum -= factor[i][q] * factor[j][q];
                factor[i][j] = i == j ? Math.Sqrt(Math.Max(sum, least)) : sum / factor[j][j];
            }
        }
        return new WithinCovariance(factor);
    }

    /// <summary>The scatter of all rows about the means of their groups.</summary>
    public static WithinCovariance Of(double[][] rows, IEnumerable<IReadOnlyList<int>> groups)
    {
        int d = rows[0].Length, degrees = 0;
        double[][] scatter = Zero(d);
        foreach (IReadOnlyList<int> group in groups)
        {
            double[] mean = Mean(rows, group);
            double[] x = new double[d];
            foreach (int row in group)
            {
                for (int j = 0; j < d; j++) x[j] = rows[row][j] - mean[j];
                AddProducts(scatter, x, 1);
            }
            degrees += group.Count - 1;
        }
        return Of(scatter, degrees);
    }

    public static double[][] Zero(int d) => [.. Enumerable.Range(0, d).Select(i => new double[i + 1])];

    /// <summary>S ← S + w x xᵀ, the lower triangle.</summary>
    public static void AddProducts(double[][] scatter, ReadOnlySpan<double> x, double w)
    {
        for (int i = 0; i < scatter.Length; i++)
            RowArithmetic.AddTo(scatter[i], x[..(i + 1)], w * x[i]);
    }

    public static double[] Mean(double[][] rows, IReadOnlyList<int> group)
    {
        double[] mean = new double[rows[0].Length];
        foreach (int row in group) RowArithmetic.AddTo(mean, rows[row], 1.0 / group.Count);
        return mean;
    }

    /// <summary>L⁻¹x.</summary>
    public double[] Whitened(ReadOnlySpan<double> x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
            y[i] = (x[i] - RowArithmetic.Dot(_factor[i].AsSpan(0, i), y.AsSpan(0, i))) / _factor[i][i];
        return y;
    }

    /// <summary>L y, which takes whitening back.</summary>
    public double[] Coloured(double[] y) => [.. _factor.Select(line => RowArithmetic.Dot(line, y.AsSpan(0, line.Length)))];

    /// <summary>S⁻¹x.</summary>
    public double[] Solved(ReadOnlySpan<double> x)
    {
        double[] y = Whitened(x);
        for (int i = y.Length - 1; i >= 0; i--)
        {
            y[i] /= _factor[i][i];
            for (int q = 0; q < i; q++) y[q] -= _factor[i][q] * y[i];
        }
        return y;
    }
}
