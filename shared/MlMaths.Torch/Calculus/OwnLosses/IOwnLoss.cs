namespace MlMaths.Torch.Calculus;

/// <summary>A learner's own loss with its gradient, which the catalogue does not have.</summary>
public interface IOwnLoss
{
    /// <summary>
    /// What stays fixed, a letter with its shape each: <c>X [n, d]</c>; behind the shape, what it may hold where that is not every
    /// number: <c>0 or 1</c>, <c>above 0</c>, <c>from 0</c>, <c>share</c> (from 0 to below 1), <c>class</c> (0 to C − 1).
    /// </summary>
    IReadOnlyList<string> Given { get; }

    /// <summary>What the loss is differentiated by, written alike: <c>w [d]</c>, <c>b []</c>.</summary>
    IReadOnlyList<string> Parameters { get; }

    /// <summary>L [], as a tensor that autograd follows.</summary>
    Tensor Loss(DerivationPoint at);

    /// <summary>∂L/∂ of every parameter, by its letter, in its shape.</summary>
    IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at);

    /// <summary>The numbers at whose change of sign the loss has a kink; none where it is smooth.</summary>
    IReadOnlyList<Tensor> Kinks(DerivationPoint at) => [];
}
