using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How much of a component would come back in other rows. Rows are drawn again with replacement, and the components of each
/// resample are matched with those of all rows.
///
/// <code>
/// C* = V* diag(λ*) V*ᵀ                             the covariance of the drawn rows
/// match      the pair (k, l) with the largest |vₖ · v*ₗ| first, then the largest of what is left, …; v*ₗ turned so that vₖ · v*ₗ > 0
/// congruence vₖ · v*ₗ                              1: the same axis; the mean over resamples is reported
/// sign kept  share of resamples in which loading j of v* has the sign of loading j of v
/// </code>
/// Two components with nearly equal variance trade places or turn in their plane: their congruence is low, and their
/// loadings should not be read. Variances of resamples lean upwards for the first components and downwards for the last.
/// Source: L. Milan, J. Whittaker, 1995, Applied Statistics 44:31–49; D. A. Jackson, 1995, Environmetrics 6:137–152
/// (on turning and matching); L. R. Tucker's congruence coefficient.
/// </summary>
/// <param name="Loadings">Per component and column, the loading with its percentile interval.</param>
/// <param name="SignKept">Per component and column, the share of resamples that keep the sign; null for a loading of 0.</param>
/// <param name="Congruence">Per component, the mean of |vₖ · v*|.</param>
/// <param name="Ratios">Per component, its share of the variance with the percentile interval of the k-th share.</param>
/// <param name="Resamples">How often rows were drawn.</param>
public sealed record LoadingStability(
    IReadOnlyList<IReadOnlyList<Interval>> Loadings, IReadOnlyList<IReadOnlyList<double?>> SignKept,
    IReadOnlyList<double> Congruence, IReadOnlyList<Interval> Ratios, int Resamples)
{
    /// <summary>Draws of the rows.</summary>
    public const int DefaultResamples = 500;

    /// <summary>Looks at the components of a fit, on the rows that it was fitted on.</summary>
    /// <param name="X">Those rows [n, d], on any device.</param>
    /// <param name="fit">Their components; of the first few, as a rule.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="resamples">How often; the cost is one spectrum each.</param>
    /// <param name="confidence">Confidence level of the percentile intervals.</param>
    public static LoadingStability Fit(
        Tensor X, PrincipalComponents fit, int seed, int resamples = DefaultResamples, double confidence = Interval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 20);
        Interval.Checked(confidence);
        using DisposeScope scope = torch.NewDisposeScope();
        Interval.Checked(confidence);
        if (CheckedRows.Of(X).size(0) != fit.Rows || X.size(1) != fit.Means.Count)
        {
            throw new ArgumentException(
                $"The fit is of {fit.Rows} rows of {fit.Means.Count} columns, and X is [{string.Join(", ", X.shape)}].",
                nameof(X));
        }

        Replicates drawn = new(fit, resamples);
        Tensor centred = X.detach() - TensorCopy.Of([.. fit.Means], device: X.device);
        Resampling.OfRows(fit.Rows).Repeat(seed, resamples, (b, rows) =>
        {
            using DisposeScope resample = torch.NewDisposeScope();
            (_, Tensor C) = SymmetricCovariance.Of(centred.index_select(0,
                TensorCopy.Of(rows.ToArray(), torch.ScalarType.Int64, X.device)));
            (Tensor λ, Tensor V) = torch.linalg.eigh(C);
            drawn.Add(b, [.. λ.flip(0).cpu().data<double>()], [.. V.flip(1).t().contiguous().cpu().data<double>()]);
        });
        return drawn.Read(confidence);
    }

    /// <summary>What each resample says of each component.</summary>
    private sealed class Replicates(PrincipalComponents fit, int resamples)
    {
        private readonly int _k = fit.Components.Count, _d = fit.Means.Count;
        private readonly double[][][] _loadings = [.. fit.Components.Select(axis => axis.Select(_ => new double[resamples]).ToArray())];
        private readonly double[][] _ratios = [.. fit.Components.Select(_ => new double[resamples])];
        private readonly double[] _congruence = new double[fit.Components.Count];

        public void Add(int b, double[] λ, double[] axes)
        {
            double whole = λ.Sum();
            double[][] other = [.. axes.Chunk(_d)];
            foreach ((int k, int l, double cosine) in ComponentMatching.Of(fit.Components, other))
            {
                _congruence[k] += Math.Abs(cosine) / resamples;
                for (int j = 0; j < _d; j++)
                    _loadings[k][j][b] = cosine < 0 ? -other[l][j] : other[l][j];
            }
            for (int k = 0; k < _k; k++)
                _ratios[k][b] = λ[k] / whole;
        }

        public LoadingStability Read(double confidence) => new(
            [.. fit.Components.Select(
                (axis, k) => axis.Select((loading, j) => Percentile(loading, _loadings[k][j], confidence)).ToArray())],
            [.. fit.Components.Select((axis, k) => axis.Select((loading, j) => SignShare(loading, _loadings[k][j])).ToArray())],
            _congruence,
            [.. fit.Ratio.Select((ratio, k) => Sound(Percentile(ratio, _ratios[k], confidence)))],
            resamples);

        /// <summary>
        /// A row that is drawn twice goes well with itself: with few rows, resamples show a larger first share each
        /// time.
        /// </summary>
        private static Interval Sound(Interval share) => share.Contains(share.Value!.Value)
            ? share
            : Interval.WithoutEnds(
                share.Value.Value, share.Method,
                "resampled rows are biased by more than they scatter, "
                + "as there are few rows for so many columns",
                share.Confidence);

        private Interval Percentile(double value, double[] replicates, double confidence)
        {
            var quantiles = Quantiles.Of(replicates);
            double tail = (1 - confidence) / 2;
            return new(
                value, quantiles.At(tail), quantiles.At(1 - tail), confidence,
                $"bootstrap percentile, {NumberText.Count(resamples)} resamples");
        }

        private static double? SignShare(double loading, double[] replicates) =>
            loading == 0 ? null : replicates.Average(other => Math.Sign(other) == Math.Sign(loading) ? 1.0 : 0);
    }
}
