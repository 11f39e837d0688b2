using MlMaths.Torch.Calculus.Derivations;
using MlMaths.Torch.Calculus.Tutoring;

namespace MlMaths.Torch.Tests.Calculus.Tutoring;

/// <summary>A gradient as somebody wrote it.</summary>
internal sealed record Written(string Derivation, Func<DerivationPoint, Dictionary<string, Tensor>> By) : IGradientAnswer
{
    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) => By(at);
}
