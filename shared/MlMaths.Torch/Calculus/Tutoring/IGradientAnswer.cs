namespace MlMaths.Torch.Calculus;

/// <summary>A learner's gradient of a loss of the catalogue.</summary>
public interface IGradientAnswer
{
    /// <summary>Of which derivation, for instance <c>linear-mse</c>.</summary>
    string Derivation { get; }

    /// <summary>∂L/∂ of every differentiated input, by its letter, in its shape.</summary>
    IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at);
}
