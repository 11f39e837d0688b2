using System.Diagnostics;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// A million rows of ten columns through principal components, k-means, silhouette and the evidence for clusters: how long,
/// and how much memory. <c>dotnet run -c Release --project tests/Benchmarks -- tables million</c>
/// </summary>
internal static class MillionRows
{
    public static void Print()
    {
        using Tensor X = KMeansRows.Blobs(1_000_000, 10, 5, seed: 1);
        Console.WriteLine("| 1,000,000 × 10 | seconds | peak memory of the process so far, MB |\n|---|---|---|");
        Step("the rows themselves", () => { });
        Step("principal components", () => PrincipalComponents.Fit(X));
        KMeans? clusters = null;
        Step("k-means, k = 5, 10 restarts", () => clusters = KMeans.Fit(X, 5, seed: 0));
        Step($"silhouette of {Silhouette.MaxRows:N0} rows", () => Silhouette.Of(X, clusters!.Labels));
        Step($"evidence for clusters from {ClusterEvidence.MaxRows} rows", () => ClusterEvidence.Gather(X, seed: 0));
    }

    private static void Step(string name, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        double seconds = watch.Elapsed.TotalSeconds;
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"| {name} | {seconds:0.00} | {process.PeakWorkingSet64 >> 20} |");
    }
}
