namespace MlMaths.Torch.LinearAlgebra;

/// <summary>One table of rows, clustered with k = 1 … K, and what each clustering measures. Index 0 is k = 1.</summary>
/// <param name="Fits">k-means for each k.</param>
/// <param name="LogInertias">ln W_k.</param>
/// <param name="Silhouettes">Mean silhouettes; null at k = 1.</param>
/// <param name="Borders"><see cref="BorderShare"/>; 1 at k = 1.</param>
internal sealed record ClusterMeasures(
    IReadOnlyList<KMeans> Fits, IReadOnlyList<double> LogInertias, IReadOnlyList<double?> Silhouettes, IReadOnlyList<double> Borders)
{
    public static ClusterMeasures Fit(CentredRows rows, int maxK, int seed, int restarts)
    {
        using Tensor X = TensorCopy.Of(rows.Values, [rows.Count, rows.Columns]);
        KMeans[] fits = [.. Enumerable.Range(1, maxK).Select(k => KMeans.Fit(rows, k, seed, restarts))];
        return new ClusterMeasures(
            fits,
            [.. fits.Select(fit => Math.Log(fit.Inertia))],
            Silhouette.MeansOf(X, [.. fits.Select(fit => fit.Labels)]),
            [.. fits.Select(fit => BorderShare.Of(rows, fit))]);
    }
}
