using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Tests.Calculus;

namespace MlMaths.Torch.Tests.Models;

public sealed class PerceptronTests
{
    private static readonly double[] Row = [0.5, -1];

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Sigmoid)]
    public void The_logits_are_what_the_formula_says(Activation activation)
    {
        using Perceptron model = new([2, 2, 3], seed: 1, activation, type: torch.ScalarType.Float64);
        // W₁ [2, 2], b₁ [2], W₂ [2, 3], b₂ [3]
        model.Parameters.Set([1, -2, 3, 4, 0.5, 0.25, 1, 2, 3, -1, 0.5, 2, 0.1, 0.2, 0.3]);
        double z1 = 0.5 * 1 - 1 * 3 + 0.5, z2 = 0.5 * -2 - 1 * 4 + 0.25;
        (double a1, double a2) = (ActivationAt(activation, z1), ActivationAt(activation, z2));
        using DisposeScope scope = torch.NewDisposeScope();

        double[] logits = [.. model.Forward(torch.tensor(Row, [1, 2]), training: false).detach().data<double>()];

        double[] expected = [a1 - a2 + 0.1, 2 * a1 + 0.5 * a2 + 0.2, 3 * a1 + 2 * a2 + 0.3];
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
    }

    [Fact]
    public void Parameters_are_named_by_layer_and_side_by_side()
    {
        using Perceptron model = new([4, 3, 2], seed: 1);
        Assert.Equal(["layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias"], model.Parameters.Slices.Select(slice => slice.Name));
        Assert.Equal(4 * 3 + 3 + 3 * 2 + 2, model.Parameters.Count);
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        using Perceptron one = new([4, 3, 2], seed: 1), same = new([4, 3, 2], seed: 1), other = new([4, 3, 2], seed: 2);
        Assert.Equal(one.Parameters.ToArray(), same.Parameters.ToArray());
        Assert.NotEqual(one.Parameters.ToArray(), other.Parameters.ToArray());
    }

    [Theory]
    [InlineData(Initialisation.He, 2.0 / 200)]
    [InlineData(Initialisation.Xavier, 2.0 / 500)]
    [InlineData(Initialisation.TooLarge, 1)]
    [InlineData(Initialisation.Zero, 0)]
    public void Initial_weights_have_the_variance_of_their_name_and_biases_are_zero(Initialisation initialisation, double variance)
    {
        using Perceptron model = new([200, 300], seed: 3, initialisation: initialisation, type: torch.ScalarType.Float64);
        double[] θ = model.Parameters.ToArray();
        // 60,000 draws: the variance is known to 0.6 %.
        Assert.Equal(variance, θ.Take(60_000).Average(w => w * w), variance * 0.03);
        Assert.All(θ.Skip(60_000), b => Assert.Equal(0, b));
    }

    [Fact]
    public void Dropout_silences_its_share_keeps_the_mean_and_ends_with_training()
    {
        using Perceptron model = new([1, 20_000, 1], seed: 5, dropout: 0.2, type: torch.ScalarType.Float64);
        using DisposeScope scope = torch.NewDisposeScope();
        double[] mask = [.. model.Dropout!.Mask(torch.ones(1, 20_000, torch.ScalarType.Float64)).data<double>()];

        Assert.Equal([0, 1.25], mask.Distinct().Order());
        Assert.Equal(0.2, mask.Count(m => m == 0) / 20_000.0, 0.02);
        Tensor X = torch.ones(1, 1, torch.ScalarType.Float64);
        Assert.NotEqual(model.Forward(X, training: true).ToDouble(), model.Forward(X, training: true).ToDouble());
        Assert.Equal(model.Forward(X, training: false).ToDouble(), model.Forward(X, training: false).ToDouble());
    }

    [Fact]
    public void The_stream_of_masks_continues_from_its_number()
    {
        using Perceptron one = new([1, 50, 1], seed: 5, dropout: 0.5), again = new([1, 50, 1], seed: 5, dropout: 0.5);
        using Tensor a = torch.ones(4, 50);
        using Tensor first = one.Dropout!.Mask(a), second = one.Dropout.Mask(a);
        again.Dropout!.Drawn = 1;
        using Tensor resumed = again.Dropout.Mask(a);
        Assert.Equal(second.data<float>().ToArray(), resumed.data<float>().ToArray());
        Assert.NotEqual(first.data<float>().ToArray(), resumed.data<float>().ToArray());
    }

    [Fact]
    public void The_penalty_counts_weights_and_not_biases()
    {
        using Perceptron model = new([2, 1, 2], seed: 1, type: torch.ScalarType.Float64);
        model.Parameters.Set([1, 2, 100, 3, 4, 100, 100]);
        using DisposeScope scope = torch.NewDisposeScope();
        Assert.Equal(0.1 / 2 * (1 + 4 + 9 + 16), SoftmaxLoss.Penalty(model, 0.1).ToDouble(), 1e-12);
    }

    [Fact]
    public void Autograd_agrees_with_finite_differences()
    {
        using Perceptron model = new([3, 4, 3], seed: 2, Activation.Tanh, type: torch.ScalarType.Float64);
        using Tensor X = torch.tensor([0.3, -0.2, 1, 0.7, 0.1, -1], [2, 3]), y = torch.tensor([2L, 0L]);
        Autograd autograd = Autograd.For(model, 0.01);
        Assert.All(
            GradientComparison.Compare(autograd, [("numeric", new FiniteDifferences(autograd))], new Batch(X, y)),
            difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-8));
    }

    [Fact]
    public void Equal_logits_cost_the_logarithm_of_the_number_of_classes()
    {
        using Perceptron model = new([3, 7], seed: 2, initialisation: Initialisation.Zero, type: torch.ScalarType.Float64);
        using Tensor X = torch.tensor([0.3, -0.2, 1], [1, 3]), y = torch.tensor([6L]);
        Assert.Equal(Math.Log(7), Autograd.For(model, 0).Loss(new Batch(X, y)), 1e-12);
        Assert.All(model.Probabilities(X), p => Assert.Equal(1 / 7.0, p, 1e-12));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3)]
    public void Widths_that_make_no_net_are_named(params int[] widths)
    {
        var mistake = Assert.Throws<UserMistakeException>(() => new Perceptron(widths, seed: 1));
        Assert.Contains($"were {string.Join(", ", widths)}", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_dropout_outside_its_range_is_named(double dropout)
    {
        var mistake = Assert.Throws<UserMistakeException>(() => new Perceptron([2, 2, 2], seed: 1, dropout: dropout));
        Assert.Contains($"was {dropout}", mistake.Message, StringComparison.Ordinal);
    }

    private static double ActivationAt(Activation activation, double z) => activation switch
    {
        Activation.Relu => Math.Max(0, z),
        Activation.Tanh => Math.Tanh(z),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        // Φ by its integral from −8 to z, 20,000 trapezia: slow, and good to 1e-8.
        Activation.Gelu => z * Enumerable.Range(0, 20_000).Sum(i =>
        {
            double h = (z + 8) / 20_000, left = -8 + i * h;
            return h / 2 * (Math.Exp(-left * left / 2) + Math.Exp(-(left + h) * (left + h) / 2)) / Math.Sqrt(2 * Math.PI);
        }),
    };
}
