using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>The gradient asked three times at the same place: derived by hand, by autograd, by central differences.</summary>
/// <param name="Differences">Autograd and differences against the derivation, for each parameter.</param>
internal sealed record GradientAudit(IReadOnlyList<GradientDifference> Differences)
{
    private const string AutogradAnswer = "autograd", DifferencesAnswer = "central differences";

    public IEnumerable<GradientDifference> AgainstAutograd => Differences.Where(difference => difference.Answer == AutogradAnswer);

    public IEnumerable<GradientDifference> AgainstDifferences => Differences.Where(difference => difference.Answer == DifferencesAnswer);

    /// <summary>Asks on the training rows, at weights drawn from −½ to ½, so that no term vanishes by symmetry.</summary>
    public static GradientAudit Of(Batch training, double λ, int seed)
    {
        using var model = new LogisticModel((int)training.X.size(1), training.X.device);
        var random = new Random(seed);
        model.Parameters.Set([.. Enumerable.Range(0, model.Parameters.Count).Select(_ => random.NextDouble() - 0.5)]);

        var hand = new HandDerivedLogistic(model, λ);
        return new GradientAudit(GradientCheck.Compare(
            hand, [(AutogradAnswer, Autograd.For(model, λ)), (DifferencesAnswer, new FiniteDifferences(hand))], training));
    }
}
