namespace MlMaths.Torch.Calculus;

/// <summary>
/// A loss and its gradient, derived by hand: forward in tensor operations that autograd can follow, back in those that
/// the derivation ends in.
/// </summary>
public interface IDerivation
{
    /// <summary>What to type, for instance <c>layer-norm</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    string Title { get; }

    /// <summary>The derivation, one equation a line, forth and then back, with shapes.</summary>
    Tex Formula { get; }

    /// <summary>What the code calls the terms that the formula marks, <c>\one{…}</c> first; none where it has other letters.</summary>
    IReadOnlyList<string> Terms => [];

    /// <summary>Who derived it first, or where it is explained.</summary>
    string Source { get; }

    /// <summary>What the loss depends on, in the letters of the formula.</summary>
    IReadOnlyList<DerivationInput> Inputs { get; }

    /// <summary>
    /// Inputs of a random shape inside their domain, in float64 on the CPU, away from every kink; the seed alone
    /// decides.
    /// </summary>
    DerivationPoint Draw(int seed);

    /// <summary>L [], as a tensor that autograd follows.</summary>
    Tensor Loss(DerivationPoint at);

    /// <summary>∂L/∂ of every differentiated input, in its shape, as the formula says; no autograd takes part.</summary>
    IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at);

    /// <summary>The numbers at whose change of sign the loss has a kink; none where it is smooth.</summary>
    IReadOnlyList<Tensor> Kinks(DerivationPoint at) => [];
}
