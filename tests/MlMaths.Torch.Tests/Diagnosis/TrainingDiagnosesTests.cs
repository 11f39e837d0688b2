using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.Optimisation;

namespace MlMaths.Torch.Tests.Diagnosis;

/// <summary>Real trainings on the digits, each with one fault that was made on purpose.</summary>
public sealed class TrainingDiagnosesTests : IDisposable
{
    private static readonly double Chance = Math.Log(10);

    private readonly Digits _digits = new(1400, torch.ScalarType.Float32);

    public void Dispose() => _digits.Dispose();

    [Fact]
    public void A_healthy_net_has_no_fault_and_every_one_was_looked_for()
    {
        using Perceptron net = new([64, 32, 10], seed: 1);
        IReadOnlyList<Finding> findings = Diagnose(net, new Adam(), rows: 1000, rate: 0.003, epochs: 12);
        Assert.Equal(["exploding gradients", "dead units", "vanishing gradients", "underfitting", "overfitting"],
            findings.Select(finding => finding.Fault));
        Assert.All(findings, finding => Assert.False(finding.Present, finding.Evidence));
        Assert.All(findings, finding => Assert.Empty(finding.Fixes));
        Assert.All(findings, finding => Assert.EndsWith(".", finding.Evidence, StringComparison.Ordinal));
    }

    [Fact]
    public void Few_rows_overfit()
    {
        using Perceptron net = new([64, 64, 10], seed: 1);
        Finding finding = Only(Diagnose(net, new Adam(), rows: 60, rate: 0.01, epochs: 60));
        Assert.Equal("overfitting", finding.Fault);
        Assert.StartsWith("In the median of the last 5 of 60 epochs the validation loss was ", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_units_with_a_penalty_underfit()
    {
        using Perceptron net = new([64, 2, 10], seed: 1, Activation.Tanh); // one of two ReLUs would die on the way
        Finding finding = Only(Diagnose(net, new Adam(), rows: 300, rate: 0.01, epochs: 12, λ: 0.05));
        Assert.Equal("underfitting", finding.Fault);
        Assert.Contains("use more units", finding.Fixes);
    }

    [Fact]
    public void A_deep_sigmoid_net_vanishes_and_so_learns_nothing()
    {
        using Perceptron net = new([64, 32, 32, 32, 32, 32, 32, 10], seed: 1, Activation.Sigmoid, Initialisation.Xavier);
        IReadOnlyList<Finding> findings = Diagnose(net, new GradientDescent(), rows: 300, rate: 0.1, epochs: 3);
        Assert.Equal(["vanishing gradients", "underfitting"], findings.Where(finding => finding.Present).Select(finding => finding.Fault));
        Assert.Contains("gradient of layer 1 had the length", findings[0].Evidence, StringComparison.Ordinal);
        Assert.Contains("it has learnt next to nothing", findings[1].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Initial_weights_that_are_too_large_explode()
    {
        using Perceptron net = new([64, 32, 32, 32, 32, 32, 32, 10], seed: 1, initialisation: Initialisation.TooLarge);
        Finding gravest = Diagnose(net, new GradientDescent(), rows: 300, rate: 0.1, epochs: 2)[0];
        Assert.Equal(("exploding gradients", true), (gravest.Fault, gravest.Present));
        Assert.StartsWith("use smaller initial weights", gravest.Fixes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Biases_far_below_zero_kill_units()
    {
        using Perceptron net = new([64, 32, 10], seed: 1);
        using (torch.no_grad())
            net.Parameters["layer1.bias"].fill_(-1000);
        IReadOnlyList<Finding> findings = Diagnose(net, new GradientDescent(), rows: 300, rate: 0.1, epochs: 3);
        Assert.Equal(("dead units", true), (findings[0].Fault, findings[0].Present));
        Assert.Equal(
            "At the last check 32 of 32 units of layer 1 gave every row the same output: "
            + "nothing passes through a layer that is wholly dead.",
            findings[0].Evidence);
    }

    private static Finding Only(IReadOnlyList<Finding> findings) => Assert.Single(findings, finding => finding.Present);

    private IReadOnlyList<Finding> Diagnose(Perceptron net, IUpdateRule rule, int rows, double rate, int epochs, double λ = 0)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable? owned = rule as IDisposable;
        using var training = new Batches(
            _digits.Whole.X.narrow(0, 0, rows).clone(), _digits.Whole.y.narrow(0, 0, rows).clone(), 32, seed: 1);
        var held = new Batch(_digits.Whole.X.narrow(0, 1000, 400), _digits.Whole.y.narrow(0, 1000, 400));
        var trainer = new Trainer(
            new TrainingOptions { LearningRate = rate, Epochs = epochs }, rule, new GradientNormRecorder(),
            new ActivationRecorder(net, held.X));
        TrainingHistory history = trainer.Fit(Autograd.For(net, λ), training, new ValidationPass(held, Autograd.For(net, 0).Loss));
        return TrainingDiagnoses.Of(new TrainingFacts(history, Chance) { HiddenWidths = [.. net.Widths.Skip(1).SkipLast(1)] });
    }
}
