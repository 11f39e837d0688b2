using BenchmarkDotNet.Attributes;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Principal components of 20,000 rows of 784 columns, all of them. <c>peers/pca.py</c> does the same work in
/// scikit-learn.
/// </summary>
[MemoryDiagnoser]
public class PcaBenchmark
{
    private Tensor? _rows;

    [Params(1)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        torch.set_num_threads(Threads);
        _rows = FitPeers.Directions(20_000, 784);
    }

    [Benchmark]
    public double AllComponents() => PrincipalComponents.Fit(_rows!).Ratio[0];

    [Benchmark]
    public double Accurate() => PrincipalComponents.Fit(_rows!, method: PcaMethod.Svd).Ratio[0];
}
