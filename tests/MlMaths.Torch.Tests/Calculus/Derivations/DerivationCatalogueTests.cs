using System.Text.RegularExpressions;
using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed partial class DerivationCatalogueTests
{
    public static TheoryData<string> Names => [.. DerivationCatalogue.All.Select(derivation => derivation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_marked_term_of_a_formula_has_a_name_in_the_code(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        int[] marks = [.. Mark().Matches(derivation.Formula.MathMl!).Select(mark => int.Parse(mark.Groups[1].Value)).Distinct().Order()];
        Assert.Equal(Enumerable.Range(1, derivation.Terms.Count), marks);
        Assert.Equal(derivation.Terms.Count, derivation.Terms.Distinct().Count());
    }

    [Fact]
    public void No_two_derivations_share_a_name() =>
        Assert.Equal(DerivationCatalogue.All.Count, DerivationCatalogue.All.Select(derivation => derivation.Name).Distinct().Count());

    [Fact]
    public void More_than_a_thousand_correct_answers_are_compared_and_none_is_called_wrong() =>
        Assert.True(DerivationCatalogue.All.Count * DerivationTests.Points > 1000); // by each test that goes through the catalogue

    [Fact]
    public void The_catalogue_holds_what_a_learner_meets_in_that_order() => Assert.Equal(
        [
            "linear-mse", "linear-mae", "logistic-bce", "softmax-cross-entropy", "l2", "sigmoid", "tanh", "relu", "gelu", "linear-layer",
            "two-layer-perceptron", "perceptron", "layer-norm", "batch-norm", "dropout", "cosine-similarity", "attention",
        ],
        DerivationCatalogue.All.Select(derivation => derivation.Name));

    [Fact]
    public void Letter_case_does_not_matter() => Assert.Equal("linear-mse", DerivationCatalogue.ByName("Linear-MSE").Name);

    [Fact]
    public void A_mistyped_name_is_answered_with_the_nearest_one() =>
        Assert.StartsWith(
            "There is no derivation 'linear-mes' (did you mean 'linear-mse'?): it may be linear-mse, linear-mae, logistic-bce,",
            Assert.Throws<UserMistakeException>(() => DerivationCatalogue.ByName("linear-mes")).Message);

    [Fact]
    public void A_name_like_no_other_is_answered_with_the_list() =>
        Assert.StartsWith(
            "There is no derivation 'quantum field': it may be linear-mse,",
            Assert.Throws<UserMistakeException>(() => DerivationCatalogue.ByName("quantum field")).Message);

    [GeneratedRegex("class=\"term-([1-6])\"")]
    private static partial Regex Mark();
}
