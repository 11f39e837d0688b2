using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient of linear regression, derived by hand; no autograd takes part.
///
/// <code>
/// u  = Xw + b − y              what the prediction is off by           [n]
///
/// squared    L = 1/n Σᵢ uᵢ²     dŷ = 2/n u           (u²)' = 2u: far rows pull hard
/// absolute   L = 1/n Σᵢ |uᵢ|    dŷ = 1/n sign(u)     each row pulls alike; at u = 0 any slope from −1/n to 1/n is a
///                                                    subgradient, and 0 is taken
/// dw = Xᵀ dŷ                   wⱼ enters ŷᵢ through xᵢⱼwⱼ              [d]
/// db = Σᵢ dŷᵢ                                                         []
/// </code>
///
/// The curvature of the squared loss is the same everywhere, ∇²L = 2/n AᵀA with A = [X | 1]: its largest over its least is κ(A)².
/// Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed., section 3.2; Boyd and Vandenberghe, Convex
/// Optimization, section 6.1.2.
/// </summary>
public sealed class HandDerivedLinear : IGradientSource
{
    private readonly LinearModel _model;
    private readonly Func<Tensor, Tensor> _loss, _slope;

    private HandDerivedLinear(LinearModel model, Func<Tensor, Tensor> loss, Func<Tensor, Tensor> slope) =>
        (_model, _loss, _slope) = (model, loss, slope);

    /// <summary>Mean squared error.</summary>
    public static HandDerivedLinear SquaredError(LinearModel model) => new(model, u => u.square().mean(), u => 2.0 / u.size(0) * u);

    /// <summary>Mean absolute error.</summary>
    public static HandDerivedLinear AbsoluteError(LinearModel model) => new(model, u => u.abs().mean(), u => u.sign() / u.size(0));

    /// <summary>The same loss, with autograd's answer.</summary>
    public Autograd ByAutograd() => new(Parameters, batch => _loss(Off(batch)));

    /// <inheritdoc/>
    public ParameterVector Parameters => _model.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return _loss(Off(batch)).ToDouble();
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        using (torch.no_grad())
        {
            Tensor u  = Off(batch);
            Tensor dŷ = _slope(u);
            Parameters.GradientOf("w").copy_(batch.X.t().mv(dŷ));
            Parameters.GradientOf("b").copy_(dŷ.sum());
            return _loss(u).ToDouble();
        }
    }

    private Tensor Off(Batch batch) => batch.X.mv(_model.Weights) + _model.Bias - batch.y;
}
