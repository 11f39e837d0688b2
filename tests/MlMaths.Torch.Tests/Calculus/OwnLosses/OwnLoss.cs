using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>A loss as a learner may write it.</summary>
internal sealed record OwnLoss(
    IReadOnlyList<string> Given, IReadOnlyList<string> Parameters, Func<DerivationPoint, Tensor> Of,
    Func<DerivationPoint, IReadOnlyDictionary<string, Tensor>> By) : IOwnLoss
{
    public Tensor Loss(DerivationPoint at) => Of(at);

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) => By(at);
}
