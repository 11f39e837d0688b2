using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>A gradient as somebody wrote it.</summary>
internal sealed record Written(string Derivation, Func<DerivationPoint, Dictionary<string, Tensor>> By) : IGradientAnswer
{
    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) => By(at);
}
