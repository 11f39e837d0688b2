using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Principal components beside scikit-learn's in one run: the same rows, equal threads.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables pca</c>; needs a Python with scikit-learn.
/// </summary>
internal static class PcaComparison
{
    private static readonly int[] Kept = [784, 10];

    public static void Print(string python)
    {
        Million(); // first, so that the peak of memory is its own
        using Tensor X = Rows(20_000, 784);
        string file = Path.Combine(Path.GetTempPath(), "mlmaths-pca.f64");
        File.WriteAllBytes(file, MemoryMarshal.AsBytes<double>(X.data<double>().ToArray()));
        foreach (int threads in new[] { 1, Environment.ProcessorCount })
        {
            torch.set_num_threads(threads);
            foreach (int k in Kept)
            {
                Ours(X, k, PcaMethod.Covariance, threads);
                if (k == 784) Ours(X, k, PcaMethod.Svd, threads);
                Peer(python, $"\"{Path.Combine(Script(), "pca.py")}\" \"{file}\" 20000 784 {k} {threads}", threads);
            }
        }
        File.Delete(file);
    }

    /// <summary>Rows about twenty strong directions, drawn by libtorch.</summary>
    public static Tensor Rows(int rows, int columns)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using torch.Generator chance = new(0);
        Tensor scores = torch.randn(rows, 20, torch.ScalarType.Float64, generator: chance), axes = torch.randn(20, columns, torch.ScalarType.Float64, generator: chance);
        return scores.mm(axes).add_(torch.randn(rows, columns, torch.ScalarType.Float64, generator: chance)).add_(3).MoveToOuterDisposeScope();
    }

    private static void Ours(Tensor X, int k, PcaMethod method, int threads)
    {
        PrincipalComponents.Fit(X.narrow(0, 0, 2000), k, method);
        double best = double.PositiveInfinity, variance = 0;
        for (int trial = 0; trial < 3; trial++)
        {
            var watch = Stopwatch.StartNew();
            variance = PrincipalComponents.Fit(X, k, method).ExplainedVariance.Sum();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        Console.WriteLine($"{threads} threads, {k} components: MlMaths.Torch {method} {best:0.000} s, variance {variance:0.000000}");
    }

    private static void Million()
    {
        using Process process = Process.GetCurrentProcess();
        using Tensor X = torch.randn(1_000_000, 10, torch.ScalarType.Float64).add_(100);
        long before = process.PeakWorkingSet64;
        var watch = Stopwatch.StartNew();
        var fit = PrincipalComponents.Fit(X);
        process.Refresh();
        Console.WriteLine($"1,000,000 × 10 by {fit.Method}: {watch.Elapsed.TotalSeconds:0.000} s, peak memory of the whole process {process.PeakWorkingSet64 >> 20} MB, {before >> 20} MB before");
    }

    private static void Peer(string python, string arguments, int threads)
    {
        ProcessStartInfo start = new(python, arguments) { UseShellExecute = false };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        using Process peer = Process.Start(start)!;
        peer.WaitForExit();
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "peers");
}
