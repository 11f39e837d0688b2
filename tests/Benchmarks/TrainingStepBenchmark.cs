using BenchmarkDotNet.Attributes;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>A hundred mini-batch steps of logistic regression: TorchSharp's own modules and optimiser, against the harness.</summary>
public class TrainingStepBenchmark
{
    private const int Rows = 640, Columns = 30, BatchRows = 64, Epochs = 10;

    private readonly Tensor _features = torch.randn(Rows, Columns, torch.ScalarType.Float64);
    private readonly Tensor _labels = torch.randint(0, 2, [Rows], torch.ScalarType.Float64);

    /// <summary>One thread: the steps are small.</summary>
    [GlobalSetup]
    public static void Setup() => torch.set_num_threads(1);

    /// <summary>The loop as a tutorial writes it.</summary>
    [Benchmark(Baseline = true)]
    public double TorchSharpLoop()
    {
        using TorchSharp.Modules.Linear model = torch.nn.Linear(Columns, 1, dtype: torch.ScalarType.Float64);
        using TorchSharp.Modules.SGD optimiser = torch.optim.SGD(model.parameters(), 0.1);
        double last = 0;
        for (int step = 0; step < Epochs * Rows / BatchRows; step++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            int start = step * BatchRows % Rows;
            Tensor logits = model.call(_features.narrow(0, start, BatchRows)).squeeze(1);
            Tensor loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, _labels.narrow(0, start, BatchRows));
            optimiser.zero_grad();
            loss.backward();
            optimiser.step();
            last = loss.ToDouble();
        }

        return last;
    }

    /// <summary>The harness, differentiating by autograd.</summary>
    [Benchmark]
    public double HarnessWithAutograd() => Train(model => Autograd.For(model, 0));

    /// <summary>The harness, with the gradient derived by hand.</summary>
    [Benchmark]
    public double HarnessByHand() => Train(model => new HandDerivedLogistic(model, 0));

    private double Train(Func<LogisticModel, IGradientSource> source)
    {
        using var model = new LogisticModel(Columns, torch.CPU);
        using var rows = new Batches(_features.clone(), _labels.clone(), BatchRows, seed: 0);
        var options = new TrainingOptions { LearningRate = 0.1, Epochs = Epochs };
        return new Trainer(options, new GradientDescent()).Fit(source(model), rows).Rows[^1].Value;
    }
}
