using System.Text.RegularExpressions;
using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class DerivationTests
{
    /// <summary>Random shapes and places for each derivation.</summary>
    internal const int Points = 60;

    public static TheoryData<string> Names() => [.. DerivationCatalogue.All.Select(derivation => derivation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void By_hand_it_is_what_autograd_says(string name)
    {
        double worst = WorstOf(name, DerivationAnswers.FromAutograd);
        Assert.InRange(worst, 0, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_has_a_number_for_each_number_of_the_differentiated_inputs(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = derivation.Draw(seed: 3);

        IReadOnlyDictionary<string, Tensor> gradient = derivation.Gradient(point);

        Assert.Equal(derivation.Inputs.Where(input => input.IsDifferentiated).Select(input => input.Name).Order(), gradient.Keys.Order());
        Assert.All(gradient, part => Assert.Equal(point[part.Key].shape, part.Value.shape));
        Assert.Equal([], derivation.Loss(point).shape);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_seed_alone_decides_what_is_drawn_and_another_draws_another_shape(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        using DisposeScope scope = torch.NewDisposeScope();
        Assert.Equal(derivation.Loss(derivation.Draw(5)).ToDouble(), derivation.Loss(derivation.Draw(5)).ToDouble());
        Assert.True(Enumerable.Range(0, Points).Select(seed => Shapes(derivation.Draw(seed))).Distinct().Count() > 5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_drawn_lies_away_from_every_kink(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        using DisposeScope scope = torch.NewDisposeScope();
        for (int seed = 0; seed < Points; seed++)
            Assert.All(derivation.Kinks(derivation.Draw(seed)), kink => Assert.True(kink.abs().min().ToDouble() > 1e-4));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_formula_names_every_input_and_the_gradient_of_each_differentiated_one(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        Assert.All(derivation.Inputs, input => Assert.Matches(Written(input.Name), derivation.Formula.Plain));
        Assert.All(derivation.Inputs.Where(input => input.IsDifferentiated),
            input => Assert.Matches($"d{Written(input.Name)}", derivation.Formula.Plain));
        Assert.NotEmpty(derivation.Title);
        Assert.NotEmpty(derivation.Source);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_was_drawn_or_asked_lives_on(string name)
    {
        long before = LiveTensors.Count;
        for (int seed = 0; seed < 3; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            DerivationAnswers.FromAutograd(DerivationCatalogue.ByName(name).Draw(seed));
        }

        Assert.Equal(before, LiveTensors.Count);
    }

    private static double WorstOf(string name, Func<DerivationPoint, double> apart)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        double worst = 0;
        for (int seed = 0; seed < Points; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            worst = Math.Max(worst, apart(derivation.Draw(seed)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:g3}");
        return worst;
    }

    // W1 of the code is W₁ in a formula, or Wₗ where there is one for each layer.
    private static string Written(string name) =>
        char.IsDigit(name[^1]) ? $"{name[..^1]}[{(char)('₀' + name[^1] - '0')}ₗ]" : Regex.Escape(name);

    private static string Shapes(DerivationPoint point) =>
        string.Join(";", point.Derivation.Inputs.Select(input => string.Join(",", point[input.Name].shape)));
}
