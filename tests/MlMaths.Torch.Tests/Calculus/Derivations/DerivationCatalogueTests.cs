using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class DerivationCatalogueTests
{
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
}
