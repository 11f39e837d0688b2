using System.Diagnostics;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// A step of the harness beside a bare TorchSharp loop, by turns in one run, so that a busy machine disturbs both alike.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables step</c>
/// </summary>
internal static class TrainingStepTable
{
    private const int Rows = 1280, BatchRows = 64, Epochs = 10, Rounds = 25;

    private static readonly Tensor Features = torch.randn(Rows, 64).DetachFromDisposeScope();
    private static readonly Tensor Classes = torch.randint(0, 10, [Rows], torch.ScalarType.Int64).DetachFromDisposeScope();

    public static void Print()
    {
        torch.set_num_threads(1);
        Console.WriteLine(
            $"64-128-64-10, batch {BatchRows}, float32, one thread; "
            + $"median of {Rounds} rounds of {Epochs * Rows / BatchRows} steps, by turns");
        Compare("bare loop, SGD", () => Bare(parameters => torch.optim.SGD(parameters, 0.05)), "harness, SGD",
            () => Harness(new GradientDescent()));
        Compare("bare loop, Adam", () => Bare(parameters => torch.optim.Adam(parameters, 0.001)), "harness, Adam",
            () => Harness(new Adam()));
        Compare("harness, SGD", () => Harness(new GradientDescent()), "with all observers",
            () => Harness(new GradientDescent(), Observers));
        using Perceptron any = new([64, 10], seed: 0);
        foreach (string observer in Observers(any).Select(observer => observer.GetType().Name))
        {
            Compare("harness, SGD", () => Harness(new GradientDescent()), $"with {observer}", () => Harness(
                new GradientDescent(), model => [.. Observers(model).Where(one => one.GetType().Name == observer)]));
        }
        var logistic = new TrainingStepBenchmark();
        Compare(
            "bare loop, logistic", () => logistic.TorchSharpLoop(), "harness, logistic, autograd",
            () => logistic.HarnessWithAutograd(), steps: 100);
        Compare(
            "bare loop, logistic", () => logistic.TorchSharpLoop(), "harness, logistic, by hand",
            () => logistic.HarnessByHand(), steps: 100);
    }

    /// <summary>A round of the bare loop, SGD.</summary>
    public static void BareStep() => Bare(parameters => torch.optim.SGD(parameters, 0.05));

    /// <summary>The same round by the harness.</summary>
    public static void HarnessStep() => Harness(new GradientDescent());

    /// <summary>And with all observers.</summary>
    public static void ObservedStep() => Harness(new GradientDescent(), Observers);

    private static void Compare(string baseline, Action first, string name, Action second, int steps = Epochs * Rows / BatchRows)
    {
        List<double> firsts = [], seconds = [];
        for (int round = -3; round < Rounds; round++)
        {
            double one = Microseconds(first) / steps, other = Microseconds(second) / steps;
            if (round < 0) continue;
            firsts.Add(one);
            seconds.Add(other);
        }

        double ratio = Median([.. seconds.Zip(firsts, (other, one) => other / one)]);
        Console.WriteLine($"{baseline}: {Median(firsts):0.0} µs a step; {name}: {Median(seconds):0.0} µs; median ratio {ratio:0.000}");
    }

    private static double Microseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMicroseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Bare(Func<IEnumerable<TorchSharp.Modules.Parameter>, torch.optim.Optimizer> optimiserOf)
    {
        using TorchSharp.Modules.Sequential model = torch.nn.Sequential(
            torch.nn.Linear(64, 128), torch.nn.ReLU(), torch.nn.Linear(128, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10));
        using torch.optim.Optimizer optimiser = optimiserOf(model.parameters());
        double last = 0;
        for (int step = 0; step < Epochs * Rows / BatchRows; step++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            int start = step * BatchRows % Rows;
            Tensor logits = model.call(Features.narrow(0, start, BatchRows));
            Tensor loss = torch.nn.functional.cross_entropy(logits, Classes.narrow(0, start, BatchRows));
            optimiser.zero_grad();
            loss.backward();
            optimiser.step();
            last += loss.ToDouble();
        }
    }

    /// <summary>Every observer of the suite but those that save or validate: these are work of their own.</summary>
    private static ITrainingObserver[] Observers(Perceptron model) =>
    [
        new ScheduledLearningRate(
            new OneCycle()), new LearningRateRecorder(), new GradientNormRecorder(), new NonFiniteGuard(), new GradientClipping(1),
        new UpdateRatioRecorder(
            ), new ActivationRecorder(model, Features.narrow(0, 0, 128)), new LiveProgress(_ => { }, TimeProvider.System),
    ];

    private static void Harness(IUpdateRule rule, Func<Perceptron, ITrainingObserver[]>? observers = null)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Perceptron model = new([64, 128, 64, 10], seed: 0);
        using Batches rows = new(Features.clone(), Classes.clone(), BatchRows, seed: 0);
        new Trainer(new TrainingOptions { LearningRate = 0.001, Epochs = Epochs }, rule, observers?.Invoke(model) ?? [])
            .Fit(Autograd.For(model, 0), rows);
        (rule as IDisposable)?.Dispose();
    }
}
