using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>The gradient and Hessian of logistic regression as <see cref="LogisticLoss"/> derives them; no autograd takes part.</summary>
/// <param name="model">Whose parameters.</param>
/// <param name="λ">Strength of the penalty, from 0.</param>
/// <param name="ω">How much a positive counts beside a negative, above 0.</param>
public sealed class HandDerivedLogistic(LogisticModel model, double λ, double ω = 1) : IHessianSource
{
    private readonly double _λ = Finite.NotNegative(λ), _ω = Finite.Positive(ω);

    /// <inheritdoc/>
    public ParameterVector Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            return _ω == 1
                ? LogisticLoss.Value(batch.X, batch.y, model.Weights, model.Bias, _λ).ToDouble()
                : LogisticLoss.Gradient(batch.X, batch.y, model.Weights, model.Bias, _λ, _ω).L.ToDouble();
        }
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        using (torch.no_grad())
        {
            (Tensor L, Tensor dw, Tensor db) = LogisticLoss.Gradient(batch.X, batch.y, model.Weights, model.Bias, _λ,
                _ω);
            Parameters.GradientOf("w").copy_(dw);
            Parameters.GradientOf("b").copy_(db);
            return L.ToDouble();
        }
    }

    /// <inheritdoc/>
    public Tensor Hessian(Batch batch)
    {
        using (torch.no_grad())
            return LogisticLoss.Hessian(batch.X, batch.y, model.Weights, model.Bias, _λ, _ω);
    }
}
