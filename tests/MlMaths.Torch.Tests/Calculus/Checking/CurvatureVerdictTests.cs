using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class CurvatureVerdictTests
{
    [Theory]
    [InlineData("layer-norm")]
    [InlineData("attention")]
    [InlineData("two-layer-perceptron")]
    [InlineData("logistic-bce")]
    [InlineData("linear-layer")]
    public void Walking_the_record_twice_agrees_with_differences_of_hand_derived_gradients(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var source = new DerivationSource(DerivationCatalogue.ByName(name).Draw(seed: 4));
        CurvatureVerdict verdict = CurvatureVerdict.Of(Product(source), source, source.Batch);
        Assert.True(verdict.IsRight);
        Assert.InRange(verdict.LargestDifference!.Value, 0, 1e-7);
        Assert.Equal(0, verdict.Kinks);
    }

    [Fact]
    public void A_gradient_that_forgets_a_term_of_second_order_is_seen()
    {
        using var function = new FunctionOf([0.3, -0.8], x => x.pow(4).sum(), x => [.. x.Select(one => 4 * one * one * one + 1e-3 * one)]);
        var product = new HessianVectorProduct(function.Parameters, _ => function.Parameters["x"].pow(4).sum());
        Assert.False(CurvatureVerdict.Of(product, function, FunctionOf.NoRows).IsRight);
    }

    [Fact]
    public void A_loss_that_bends_sharply_is_not_blamed_for_it()
    {
        using var function = new FunctionOf([0.3], x => (1e4 * x).sin().sum(), x => [1e4 * Math.Cos(1e4 * x[0])]);
        var product = new HessianVectorProduct(function.Parameters, _ => (1e4 * function.Parameters["x"]).sin().sum());
        CurvatureVerdict verdict = CurvatureVerdict.Of(product, function, FunctionOf.NoRows);
        Assert.True(verdict.IsRight, verdict.Sentence);
        Assert.Contains("they agree", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_throws_leaves_the_parameters_as_they_were()
    {
        int asked = 0;
        using var function = new FunctionOf(
            [0.3], x => ++asked > 4 ? throw new InvalidOperationException() : x.square().sum(), x => [2 * x[0]]);
        try
        {
            GradientVerdict.Of(function, function, FunctionOf.NoRows);
        }
        catch (InvalidOperationException)
        {
            Assert.Equal([0.3], function.Parameters.ToArray());
            return;
        }

        Assert.Fail("The loss was not asked often enough to throw.");
    }

    [Fact]
    public void Directions_that_cross_a_kink_are_counted_apart()
    {
        using var function = new FunctionOf([1e-9], x => (x.relu() + x * x).sum(), x => [(x[0] > 0 ? 1 : 0) + 2 * x[0]]);
        var product = new HessianVectorProduct(
            function.Parameters, _ => (function.Parameters["x"].relu() + function.Parameters["x"].square()).sum());
        CurvatureVerdict verdict = CurvatureVerdict.Of(product, function, FunctionOf.NoRows, () => [function.Parameters["x"]]);
        Assert.Equal((5, null, true), (verdict.Kinks, verdict.LargestDifference, verdict.IsRight));
    }

    private static HessianVectorProduct Product(DerivationSource source) =>
        new(source.Parameters, _ => source.Point.Derivation.Loss(source.Point));
}
