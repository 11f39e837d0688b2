using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// k-means beside scikit-learn's in one run: the same rows, ten restarts each, equal threads; the value is the inertia.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables kmeans</c>; needs a Python with scikit-learn.
/// </summary>
internal static class KMeansComparison
{
    private const int Rows = 100_000, Columns = 50, Clusters = 20, Turns = 3;

    public static void Print(string python)
    {
        using Tensor X = KMeansRows.Blobs(Rows, Columns, Clusters, seed: 0);
        foreach (int threads in new[] { 1, Environment.ProcessorCount })
        {
            torch.set_num_threads(threads);
            KMeans.Fit(X, Clusters, seed: 9, restarts: 1);
            new SideBySide(python, "kmeans.py", Turns).Print(
                $"k-means {Rows:N0} × {Columns}, k = {Clusters}, 10 restarts", X, threads, $"{Clusters}",
                ("MlMaths.Torch", () => KMeans.Fit(X, Clusters, seed: 0).Inertia));
        }
    }
}
