using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The gradient asked three times at the same place, and its two terms apart.</summary>
/// <param name="Whole">Loss on the rows and penalty together.</param>
/// <param name="Rows">The loss on the rows alone.</param>
/// <param name="Penalty">The penalty alone.</param>
internal sealed record GradientAudit(GradientVerdict Whole, GradientVerdict Rows, GradientVerdict Penalty)
{
    /// <summary>Asks on the training rows, at weights drawn from −½ to ½, so that no term vanishes by symmetry.</summary>
    public static GradientAudit Of(Batch training, double λ, int seed)
    {
        using var model = new LogisticModel((int)training.X.size(1), training.X.device);
        var random = Seeds.Generator(seed, DrawnFor.Checks);
        model.Parameters.Set([.. Enumerable.Range(0, model.Parameters.Count).Select(_ => random.NextDouble() - 0.5)]);

        HandDerivedLogistic hand = new(model, λ), handOfRows = new(model, λ: 0);
        Autograd autograd = Autograd.For(model, λ), autogradOfRows = Autograd.For(model, λ: 0);
        return new GradientAudit(
            GradientVerdict.Of(hand, autograd, training, seed: seed),
            GradientVerdict.Of(handOfRows, autogradOfRows, training, seed: seed),
            GradientVerdict.Of(new RemainingTerm(hand, handOfRows), new RemainingTerm(autograd, autogradOfRows), training, seed: seed));
    }
}
