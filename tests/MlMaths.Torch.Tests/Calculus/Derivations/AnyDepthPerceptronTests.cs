using MlMaths.Torch.Calculus;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class AnyDepthPerceptronTests
{
    public static TheoryData<int, Activation> Nets()
    {
        var nets = new TheoryData<int, Activation>();
        foreach (int layers in (int[])[1, 2, 3, 6])
        {
            foreach (Activation φ in Enum.GetValues<Activation>())
                nets.Add(layers, φ);
        }

        return nets;
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Whatever_the_depth_and_the_bend_the_three_answers_agree(int layers, Activation φ)
    {
        var derivation = new AnyDepthPerceptron(layers, φ);
        for (int seed = 0; seed < 3; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            DerivationPoint point = derivation.Draw(seed);
            Assert.InRange(DerivationAnswers.FromAutograd(point), 0, 1e-10);
            Assert.InRange(DerivationAnswers.FromDifferences(point), 0, 1e-6);
        }
    }

    [Fact]
    public void Two_layers_with_tanh_are_the_perceptron_of_two_layers()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        IDerivation two = DerivationCatalogue.ByName("two-layer-perceptron");
        DerivationPoint point = two.Draw(seed: 12);
        var same = new DerivationPoint(new AnyDepthPerceptron(2, Activation.Tanh),
            two.Inputs.ToDictionary(input => input.Name, input => point[input.Name]));

        Assert.Equal(two.Loss(point).ToDouble(), same.Derivation.Loss(same).ToDouble(), 1e-14);
        Assert.All(DerivationAnswers.ByHand(point).Zip(DerivationAnswers.ByHand(same)),
            pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void Its_kinks_are_the_hidden_units_before_the_bend()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = new AnyDepthPerceptron(3).Draw(seed: 1);

        IReadOnlyList<Tensor> kinks = point.Derivation.Kinks(point);

        Assert.Equal(2, kinks.Count);
        Tensor Z1 = point["X"].matmul(point["W1"]) + point["b1"];
        Assert.True(kinks[0].allclose(Z1));
        Assert.True(kinks[1].allclose(Z1.clamp(min: 0).matmul(point["W2"]) + point["b2"]));
    }

    [Fact]
    public void Where_the_bend_is_smooth_there_is_no_kink()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var smooth = new AnyDepthPerceptron(3, Activation.Gelu);
        Assert.Empty(smooth.Kinks(smooth.Draw(seed: 1)));
    }
}
