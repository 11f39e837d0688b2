using BenchmarkDotNet.Attributes;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Benchmarks;

/// <summary>The answer of a perceptron of 64-128-64-10, two ways. For percentiles: <c>tables inference</c>.</summary>
public class InferenceBenchmark : IDisposable
{
    private readonly Perceptron _model = new([64, 128, 64, 10], seed: 1);
    private Action _torch = null!;
    private Action _plain = null!;

    /// <summary>Rows of one call.</summary>
    [Params(1, 32, 256)]
    public int BatchRows { get; set; }

    /// <summary>One thread: the products are small.</summary>
    [GlobalSetup]
    public void Setup()
    {
        torch.set_num_threads(1);
        _torch = InferenceComparison.TorchServer(_model, BatchRows);
        _plain = InferenceComparison.PlainServer(PlainPerceptron.Of(_model), BatchRows);
    }

    /// <summary>The TorchSharp module, from numbers to numbers.</summary>
    [Benchmark(Baseline = true)]
    public void TorchSharpModule() => _torch();

    /// <summary>The same net in plain C#.</summary>
    [Benchmark]
    public void PlainCSharp() => _plain();

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        GC.SuppressFinalize(this);
    }
}
