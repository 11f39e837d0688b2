using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>What agreement is worth: a gradient that is a little wrong does not have it.</summary>
public sealed class WrongDerivationTests
{
    [Theory]
    [MemberData(nameof(DerivationTests.Names), MemberType = typeof(DerivationTests))]
    public void A_gradient_that_is_wrong_by_one_part_in_ten_thousand_is_seen_by_both(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        IDerivation right = DerivationCatalogue.ByName(name);
        DerivationPoint drawn = right.Draw(seed: 21);
        var point = new DerivationPoint(
            new Scaled(right, 1.0001), right.Inputs.ToDictionary(input => input.Name, input => drawn[input.Name]));

        Assert.Equal(1e-4, DerivationAnswers.FromAutograd(point), 1e-9);
        Assert.Equal(1e-4, DerivationAnswers.FromDifferences(point), 1e-6);
    }

    /// <summary>The third answer is by differences of the loss: it holds where autograd is misled.</summary>
    [Fact]
    public void Differences_do_not_ask_autograd()
    {
        IDerivation right = DerivationCatalogue.ByName("linear-mse");
        DerivationPoint drawn = right.Draw(seed: 21);
        var point = new DerivationPoint(
            new Scaled(right, 1, doubles: true), right.Inputs.ToDictionary(input => input.Name, input => drawn[input.Name]));

        Assert.Equal(0.5, DerivationAnswers.FromAutograd(point), 1e-9); // of a loss whose gradient is twice what its values say
        Assert.InRange(DerivationAnswers.FromDifferences(point), 0, 1e-7);
    }

    private sealed class Scaled(IDerivation right, double by, bool doubles = false) : IDerivation
    {
        public string Name => right.Name;

        public string Title => right.Title;

        public Tex Formula => right.Formula;

        public string Source => right.Source;

        public IReadOnlyList<DerivationInput> Inputs => right.Inputs;

        public DerivationPoint Draw(int seed) => right.Draw(seed);

        // 2L, less an L that autograd takes for a constant.
        public Tensor Loss(DerivationPoint at) => doubles ? 2 * right.Loss(at) - right.Loss(at).detach() : right.Loss(at);

        public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) =>
            right.Gradient(at).ToDictionary(part => part.Key, part => part.Value * by);
    }
}
