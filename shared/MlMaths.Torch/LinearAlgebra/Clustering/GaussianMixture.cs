namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Rows as a mixture of k normal clouds, each of its own size, spread and shape, by expectation and maximisation (A. P. Dempster,
/// N. M. Laird, D. B. Rubin, 1977, Journal of the Royal Statistical Society B 39:1–38).
///
/// <code>
/// E   rᵢ_c = w_c N(xᵢ; m_c, S_c) / Σ_c′ w_c′ N(xᵢ; m_c′, S_c′)
/// M   n_c = Σᵢ rᵢ_c     w_c = n_c/n     m_c = Σᵢ rᵢ_c xᵢ / n_c     S_c = Σᵢ rᵢ_c (xᵢ − m_c)(xᵢ − m_c)ᵀ / n_c + ε I
/// </code>
/// ε, a thousandth of the mean variance of a column, keeps a cloud from closing in on a single row, where the likelihood has
/// no bound.
/// </summary>
/// <param name="Labels">The likeliest cloud of each row.</param>
/// <param name="LogLikelihood">Σᵢ ln Σ_c w_c N(xᵢ; m_c, S_c), of the last E step.</param>
/// <param name="Steps">Steps that were taken.</param>
internal sealed record GaussianMixture(int[] Labels, double LogLikelihood, int Steps)
{
    public const int UsualSteps = 60;

    private const double Ridge = 1e-3, Enough = 1e-6;

    /// <summary>Starts where each row belongs to one cloud, and ends where a step adds less than a millionth per row.</summary>
    /// <param name="rows">X, row by row.</param>
    /// <param name="start">The cloud of each row, 0 … k − 1, none of them empty.</param>
    /// <param name="k">Clouds.</param>
    /// <param name="mostSteps">Steps after which it stops where it is.</param>
    public static GaussianMixture Fit(double[][] rows, IReadOnlyList<int> start, int k, int mostSteps = UsualSteps)
    {
        double[][] shares = [.. start.Select(label => { double[] r = new double[k]; r[label] = 1; return r; })];
        double ridge = Ridge * MeanVariance(rows), last = double.NegativeInfinity;
        int step = 0;
        while (true)
        {
            step++;
            double now = Expect(rows, shares, [.. Enumerable.Range(0, k).Select(c => Cloud.Of(rows, shares, c, ridge))]);
            if (step == mostSteps || now - last < Enough * rows.Length)
                return new GaussianMixture([.. shares.Select(r => Array.IndexOf(r, r.Max()))], now, step);
            last = now;
        }
    }

    private static double Expect(double[][] rows, double[][] shares, Cloud[] clouds)
    {
        double total = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double[] r = shares[i];
            for (int c = 0; c < clouds.Length; c++) r[c] = clouds[c].LogDensity(rows[i]);
            // ln Σ e^r = max + ln Σ e^(r − max), so that a far row does not vanish.
            double most = r.Max(), sum = 0;
            for (int c = 0; c < r.Length; c++) sum += r[c] = Math.Exp(r[c] - most);
            for (int c = 0; c < r.Length; c++) r[c] /= sum;
            total += most + Math.Log(sum);
        }
        return total;
    }

    private static double MeanVariance(double[][] rows)
    {
        double[] mean = WithinCovariance.Mean(rows, [.. Enumerable.Range(0, rows.Length)]);
        return rows.Average(row => RowArithmetic.SquaredDistance(row, mean)) / mean.Length;
    }

    /// <summary>w N(x; m, S).</summary>
    private sealed record Cloud(double[] Mean, WithinCovariance Covariance, double LogWeight)
    {
        private static readonly double LogTwoPi = Math.Log(2 * Math.PI);

        public static Cloud Of(double[][] rows, double[][] shares, int c, double ridge)
        {
            int d = rows[0].Length;
            double size = shares.Sum(r => r[c]) + double.Epsilon;
            double[] mean = new double[d], x = new double[d];
            for (int i = 0; i < rows.Length; i++) RowArithmetic.AddTo(mean, rows[i], shares[i][c] / size);
            double[][] scatter = WithinCovariance.Zero(d);
            for (int i = 0; i < rows.Length; i++)
            {
                if (shares[i][c] < 1e-12) continue; // adds nothing that a double would keep
                for (int j = 0; j < d; j++) x[j] = rows[i][j] - mean[j];
                WithinCovariance.AddProducts(scatter, x, shares[i][c] / size);
            }
            for (int j = 0; j < d; j++) scatter[j][j] += ridge;
            return new Cloud(mean, WithinCovariance.Exactly(scatter), Math.Log(size / rows.Length));
        }

        public double LogDensity(double[] row)
        {
            double[] x = new double[row.Length];
            for (int j = 0; j < x.Length; j++) x[j] = row[j] - Mean[j];
            double[] y = Covariance.Whitened(x);
            return LogWeight - Covariance.LogVolume - 0.5 * (RowArithmetic.Dot(y, y) + y.Length * LogTwoPi);
        }
    }
}
