using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class DerivationDifferencesTests
{
    [Theory]
    [MemberData(nameof(DerivationTests.Names), MemberType = typeof(DerivationTests))]
    public void By_hand_it_is_what_central_differences_say(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        double worst = 0;
        for (int seed = 1000; seed < 1000 + DerivationTests.Points; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            worst = Math.Max(worst, DerivationAnswers.FromDifferences(derivation.Draw(seed)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:g3}");
        Assert.InRange(worst, 0, 1e-6);
    }
}
