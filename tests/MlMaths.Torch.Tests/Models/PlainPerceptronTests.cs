using MlMaths.Torch.Models;
using MlMaths.Torch.Tests.Calculus;

namespace MlMaths.Torch.Tests.Models;

/// <summary>Run once more with narrower vectors by <see cref="LinearAlgebra.NarrowerVectorsTests"/>.</summary>
public sealed class PlainPerceptronTests
{
    public static MatrixTheoryData<Activation, int> Cases => new(Enum.GetValues<Activation>(), [1, 7, 32, 256]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_answers_are_those_of_the_torch_module(Activation activation, int rows)
    {
        using Perceptron model = new([64, 128, 64, 10], seed: 1, activation, dropout: 0.3);
        using Tensor X = RandomRows.Draw(rows, 64, 10, seed: 2, torch.ScalarType.Float32).X;
        float[] x = [.. X.data<float>()], logits = new float[rows * 10];
        var plain = PlainPerceptron.Of(model);

        plain.Logits(x, logits);

        using DisposeScope scope = torch.NewDisposeScope();
        float[] expected = [.. model.Forward(X, training: false).detach().data<float>()];
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.All(model.Probabilities(X).Zip(plain.Probabilities(x)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void A_net_small_enough_to_do_in_the_head_is_done_right()
    {
        // z₁ = (2·3 − 1, −3 + 1) = (5, −2), a₁ = (5, 0), logits = (5 + 0.5, 10 − 0.5)
        var plain = new PlainPerceptron([1, 2, 2], [2, -1, -1, 1, 1, 2, 3, 4, 0.5f, -0.5f]);
        float[] logits = new float[2];
        plain.Logits([3], logits);
        Assert.Equal([5.5f, 9.5f], logits);
    }

    [Fact]
    public void Later_training_does_not_reach_the_copy()
    {
        using Perceptron model = new([2, 3], seed: 1);
        var plain = PlainPerceptron.Of(model);
        double[] before = plain.Probabilities([1, 2]);
        model.Parameters.Set(new double[9]);
        Assert.Equal(before, plain.Probabilities([1, 2]));
    }

    [Fact]
    public void Probabilities_of_huge_logits_do_not_overflow() =>
        Assert.Equal([1, 0], new PlainPerceptron([1, 2], [1000, -1000, 0, 0]).Probabilities([1]));

    [Fact]
    public void Numbers_that_do_not_fit_the_widths_are_refused()
    {
        Assert.Contains(
            "has 10 parameters, and 3 were given",
            Assert.Throws<ArgumentException>(() => new PlainPerceptron([1, 2, 2], [1, 2, 3])).Message,
            StringComparison.Ordinal);
        var plain = new PlainPerceptron([2, 3], new float[9]);
        Assert.Throws<ArgumentException>(() => plain.Logits([1, 2, 3], new float[3]));
        Assert.Throws<ArgumentException>(() => plain.Logits([1, 2], new float[6]));
    }
}
