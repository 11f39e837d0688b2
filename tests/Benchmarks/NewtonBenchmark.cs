using BenchmarkDotNet.Attributes;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>Logistic regression on the breast cancer data, 569 × 30 in float64, from zero to a gradient of 1e-7.</summary>
public class NewtonBenchmark
{
    private Batch? _rows;

    [GlobalSetup]
    public void Load()
    {
        torch.set_num_threads(1);
        Dataset dataset = DatasetCatalogue.Load("breast_cancer");
        TrainingPart all = DataSplit.None(dataset).Training;
        Dataset scaled = StandardScaler.Fit(all).Transform(all);
        _rows = new Batch(scaled.X(), BinaryTarget.From(dataset).Y());
    }

    [Benchmark]
    public int Newton()
    {
        using LogisticModel model = new(features: 30, torch.CPU);
        return LogisticFit.ByNewton(model, _rows!, λ: 0.01, tolerance: 1e-7).Steps;
    }
}
