using System.Diagnostics;
using System.Runtime.InteropServices;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// k-means beside scikit-learn's in one run: the same rows, ten restarts each, equal threads.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables kmeans</c>; needs a Python with scikit-learn.
/// </summary>
internal static class KMeansComparison
{
    private const int Rows = 100_000, Columns = 50, Clusters = 20;

    public static void Print(string python)
    {
        string file = Path.Combine(Path.GetTempPath(), "mlmaths-kmeans.f64");
        using Tensor X = KMeansRows.Blobs(Rows, Columns, Clusters, seed: 0);
        File.WriteAllBytes(file, MemoryMarshal.AsBytes<double>(X.data<double>().ToArray()));
        foreach (int threads in new[] { 1, Environment.ProcessorCount })
        {
            torch.set_num_threads(threads);
            KMeans.Fit(X, Clusters, seed: 9, restarts: 1);
            var watch = Stopwatch.StartNew();
            KMeans ours = KMeans.Fit(X, Clusters, seed: 0);
            Console.WriteLine($"{threads} threads: MlMaths.Torch {watch.Elapsed.TotalSeconds:0.00} s, inertia {ours.Inertia:0.0}");
            Peer(python, $"\"{Path.Combine(Script(), "kmeans.py")}\" \"{file}\" {Rows} {Columns} {Clusters} {threads}", threads);
        }
        File.Delete(file);
        Million();
    }

    private static void Million()
    {
        using Tensor X = KMeansRows.Blobs(1_000_000, 10, 5, seed: 1);
        var watch = Stopwatch.StartNew();
        double inertia = KMeans.Fit(X, 5, seed: 0).Inertia;
        long peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        Console.WriteLine($"1,000,000 × 10, k = 5: {watch.Elapsed.TotalSeconds:0.00} s, inertia {inertia:0.0}, peak memory of the whole process {peak} MB");
    }

    private static void Peer(string python, string arguments, int threads)
    {
        ProcessStartInfo start = new(python, arguments) { UseShellExecute = false };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        using Process peer = Process.Start(start)!;
        peer.WaitForExit();
    }

    private static string Script([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "peers");
}
