using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient by reverse-mode automatic differentiation: libtorch records every operation that leads to the loss and
/// walks the record backwards. Any loss can be asked, and nothing has to be derived.
/// </summary>
/// <param name="parameters">θ, which the loss depends on.</param>
/// <param name="loss">L(θ) on a batch.</param>
/// <param name="trainingLoss">The loss that is differentiated, where it is another one: with units dropped out, for instance.</param>
public sealed class Autograd(
    ParameterVector parameters, Func<Batch, Tensor> loss, Func<Batch, Tensor>? trainingLoss = null) : IGradientSource
{
    /// <summary>Autograd's answer for logistic regression with penalty λ ≥ 0.</summary>
    public static Autograd For(LogisticModel model, double λ)
    {
        Finite.NotNegative(λ);
        return new(model.Parameters, batch => LogisticLoss.Value(batch.X, batch.y, model.Weights, model.Bias, λ));
    }

    /// <summary>Autograd's answer for a perceptron and softmax cross-entropy, with penalty λ ≥ 0 on its weights.</summary>
    public static Autograd For(Perceptron model, double λ)
    {
        Finite.NotNegative(λ);
        return new(
            model.Parameters,
            batch => SoftmaxLoss.Value(model, batch.X, batch.y, λ, training: false),
            batch => SoftmaxLoss.Value(model, batch.X, batch.y, λ, training: true));
    }

    /// <summary>
    /// True: each gradient is added to what stands in ∇L, as in a training loop that forgets to clear it. A fault to look at.
    /// </summary>
    internal bool Accumulates { get; init; }

    /// <inheritdoc/>
    public ParameterVector Parameters => parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return loss(batch).ToDouble();
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        if (!Accumulates) parameters.ClearGradient();
        Tensor L = (trainingLoss ?? loss)(batch);
        L.backward();
        return L.ToDouble();
    }
}
