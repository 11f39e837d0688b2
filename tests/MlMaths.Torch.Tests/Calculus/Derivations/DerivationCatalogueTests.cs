using MlMaths.Torch.Calculus.Derivations;

namespace MlMaths.Torch.Tests.Calculus.Derivations;

public sealed class DerivationCatalogueTests
{
    [Fact]
    public void No_two_derivations_share_a_name() =>
        Assert.Equal(DerivationCatalogue.All.Count, DerivationCatalogue.All.Select(derivation => derivation.Name).Distinct().Count());

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
