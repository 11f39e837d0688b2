using BenchmarkDotNet.Attributes;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Benchmarks;

/// <summary>The gradient of a perceptron of 64-128-64-10 on 64 rows, three ways. For ratios: <c>tables backpropagation</c>.</summary>
public class BackpropagationBenchmark : IDisposable
{
    private readonly Perceptron _model = new([64, 128, 64, 10], seed: 1);
    private readonly Batch _batch = new(torch.rand(64, 64), torch.randint(0, 10, [64], torch.ScalarType.Int64));
    private Autograd _autograd = null!;
    private Backpropagation _tensors = null!;
    private SimdBackpropagation _simd = null!;

    /// <summary>One thread: the products are small.</summary>
    [GlobalSetup]
    public void Setup()
    {
        torch.set_num_threads(1);
        (_autograd, _tensors, _simd) = (Autograd.For(_model, 0), new Backpropagation(_model, 0), new SimdBackpropagation(_model, 0));
    }

    /// <summary>libtorch records and walks back.</summary>
    [Benchmark(Baseline = true)]
    public double ByAutograd() => _autograd.Differentiate(_batch);

    /// <summary>By hand, with tensor operations.</summary>
    [Benchmark]
    public double WithTensors() => _tensors.Differentiate(_batch);

    /// <summary>By hand, in plain C#.</summary>
    [Benchmark]
    public double InSimd() => _simd.Differentiate(_batch);

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        GC.SuppressFinalize(this);
    }
}
