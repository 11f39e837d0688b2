using System.Text.Json;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.Golden;
using Parameter = TorchSharp.Modules.Parameter;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>Update rules beside PyTorch's trajectories and TorchSharp's own optimisers.</summary>
public sealed class UpdateRuleTests
{
    private static readonly string[] Parameters = ["layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Forty_steps_of_a_net_follow_the_reference(int which)
    {
        JsonElement expected = GoldenFile.Read("mlp.json").GetProperty("runs")[which];
        using var digits = new Digits();
        Activation activation = Enum.Parse<Activation>(expected.GetProperty("activation").GetString()!, ignoreCase: true);
        using Perceptron model = new([64, 32, 10], seed: 0, activation, type: torch.ScalarType.Float64);
        model.Parameters.Set([.. Sines(64, 32), .. new double[32], .. Sines(32, 10), .. new double[10]]);
        (IUpdateRule rule, double rate) = Reference(expected.GetProperty("optimiser").GetString()!);
        var inOrder = new InOrder(Autograd.For(model, 0), digits.Whole, rows: 32);

        TrainingHistory history = new Trainer(new TrainingOptions { LearningRate = rate, Epochs = 40 }, rule, new GradientNormRecorder())
            .Fit(inOrder, new Batches(digits.Whole.X, digits.Whole.y, 640, seed: 0));

        AssertEqual(expected.GetProperty("loss").Doubles(), history.Curve("loss").Values);
        double[][] norms = [.. expected.GetProperty("gradient_norms_w1_b1_w2_b2").EnumerateArray().Select(step => step.Doubles())];
        for (int p = 0; p < Parameters.Length; p++)
            AssertEqual([.. norms.Select(step => step[p])], history.Curve($"gradient_norm.{Parameters[p]}").Values);
        (rule as IDisposable)?.Dispose();
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("sgd decay")]
    [InlineData("momentum")]
    [InlineData("momentum decay")]
    [InlineData("nesterov decay")]
    [InlineData("adam")]
    [InlineData("adam decay")]
    [InlineData("adamw")]
    [InlineData("rmsprop")]
    [InlineData("rmsprop decay")]
    public void Fifty_steps_equal_those_of_TorchSharp(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using ParameterVector parameters = new([("w", [5])], torch.CPU);
        parameters.Set([1, -2, 0.5, 3, 0]);
        Parameter w = torch.nn.Parameter(torch.tensor([1, -2, 0.5, 3, 0]));
        IUpdateRule rule = Ours(name);
        using torch.optim.Optimizer oracle = Theirs(name, w);
        for (int step = 1; step <= 50; step++)
        {
            using DisposeScope stepScope = torch.NewDisposeScope();
            Bowl(parameters["w"], step).backward();
            using (torch.no_grad())
                rule.Update(parameters, 0.05, null!);
            parameters.ClearGradient();
            oracle.zero_grad();
            Bowl(w, step).backward();
            oracle.step();
        }

        Assert.All(parameters.ToArray().Zip(w.data<double>()), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        (rule as IDisposable)?.Dispose();
    }

    [Fact]
    public void A_rule_gives_its_memory_back()
    {
        using ParameterVector parameters = new([("w", [5])], torch.CPU);
        long before = LiveTensors.Count;
        using (var adam = new Adam())
        using (DisposeScope scope = torch.NewDisposeScope())
            adam.Update(parameters, 0.1, null!);
        Assert.Equal(before, Tensor.TotalCount);
    }

    /// <summary>A bowl that tilts from step to step, so that slopes keep changing.</summary>
    private static Tensor Bowl(Tensor w, int step) =>
        (torch.tensor([1, 4, 0.1, 9, 2.0]) * (w - Math.Sin(step)).square()).sum();

    private static double[] Sines(int inputs, int outputs) =>
        [.. from i in Enumerable.Range(0, inputs) from o in Enumerable.Range(0, outputs) select 0.2 * Math.Sin(1 + o * inputs + i)];

    private static (IUpdateRule Rule, double Rate) Reference(string optimiser) => optimiser switch
    {
        "sgd" => (new GradientDescent(), 0.5),
        "momentum" => (new Momentum(0.9, λ: 1e-3), 0.1),
        "nesterov" => (new Nesterov(0.9), 0.1),
        "adam" => (new Adam(), 0.01),
        "adamw" => (new AdamW(λ: 0.1), 0.01),
        _ => throw new ArgumentOutOfRangeException(nameof(optimiser), optimiser, null),
    };

    private static IUpdateRule Ours(string name) => name switch
    {
        "sgd" => new GradientDescent(),
        "sgd decay" => new GradientDescent(0.1),
        "momentum" => new Momentum(0.8),
        "momentum decay" => new Momentum(0.8, 0.1),
        "nesterov decay" => new Nesterov(0.8, 0.1),
        "adam" => new Adam(0.8, 0.99, 1e-6),
        "adam decay" => new Adam(0.8, 0.99, 1e-6, 0.1),
        "adamw" => new AdamW(0.8, 0.99, 1e-6, 0.1),
        "rmsprop" => new RmsProp(0.95, 1e-6),
        "rmsprop decay" => new RmsProp(0.95, 1e-6, 0.1),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static torch.optim.Optimizer Theirs(string name, Parameter w) => name switch
    {
        "sgd" => torch.optim.SGD([w], 0.05),
        "sgd decay" => torch.optim.SGD([w], 0.05, weight_decay: 0.1),
        "momentum" => torch.optim.SGD([w], 0.05, momentum: 0.8),
        "momentum decay" => torch.optim.SGD([w], 0.05, momentum: 0.8, weight_decay: 0.1),
        "nesterov decay" => torch.optim.SGD([w], 0.05, momentum: 0.8, weight_decay: 0.1, nesterov: true),
        "adam" => torch.optim.Adam([w], 0.05, 0.8, 0.99, 1e-6),
        "adam decay" => torch.optim.Adam([w], 0.05, 0.8, 0.99, 1e-6, 0.1),
        "adamw" => torch.optim.AdamW([w], 0.05, 0.8, 0.99, 1e-6, 0.1),
        "rmsprop" => torch.optim.RMSProp([w], 0.05, 0.95, 1e-6),
        "rmsprop decay" => torch.optim.RMSProp([w], 0.05, 0.95, 1e-6, 0.1),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static void AssertEqual(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    /// <summary>Step t differentiates on rows t·n … of the whole, round and round, whatever batch it is handed.</summary>
    private sealed class InOrder(IGradientSource source, Batch whole, int rows) : IGradientSource
    {
        private int _start;

        public ParameterVector Parameters => source.Parameters;

        public double Loss(Batch batch) => source.Loss(batch);

        public double Differentiate(Batch batch)
        {
            Batch part = new(whole.X.narrow(0, _start, rows), whole.y.narrow(0, _start, rows));
            _start = (_start + rows) % whole.Rows;
            return source.Differentiate(part);
        }
    }
}
