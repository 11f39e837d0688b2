using BenchmarkDotNet.Attributes;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// k-means with ten restarts on 100,000 rows of 50 columns around 20 centres, on one thread. <c>peers/kmeans.py</c> does
/// the same work in scikit-learn.
/// </summary>
[MemoryDiagnoser]
public class KMeansBenchmark
{
    private Tensor? _rows;

    [Params(1)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        torch.set_num_threads(Threads);
        _rows = KMeansRows.Blobs(100_000, 50, 20, seed: 0);
    }

    [Benchmark]
    public double TwentyClusters() => KMeans.Fit(_rows!, k: 20, seed: 0).Inertia;
}
