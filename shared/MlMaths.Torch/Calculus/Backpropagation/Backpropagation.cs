using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The gradient of a perceptron with softmax cross-entropy, derived by hand and written with tensor operations: no record is
/// kept and walked back, so a step costs about half of autograd's, on any device.
///
/// <para>Forth, for n rows and the layers l = 1 … H:</para>
/// <code>
/// a₀ = X                                        [n, w₀]
/// zₗ = aₗ₋₁Wₗ + bₗ                                [n, wₗ]       Wₗ [wₗ₋₁, wₗ], bₗ [wₗ]
/// aₗ = mₗ ⊙ φ(zₗ)                                [n, wₗ]       for l &lt; H; mₗ the dropout mask, or 1
/// ℓᵢ = ln Σⱼ e^zᵢⱼ − zᵢ,yᵢ                         [n]          with z = z_H, the logits
/// L  = 1/n Σᵢ ℓᵢ + λ/2 Σₗ ‖Wₗ‖²
/// </code>
/// <para>Back, with dz for ∂L/∂z. At the top, the derivative of a logarithm of a sum is a share of that sum:</para>
/// <code>
/// ∂ℓᵢ/∂zᵢₖ = e^zᵢₖ / Σⱼ e^zᵢⱼ − 1(k = yᵢ) = pᵢₖ − Yᵢₖ       Y [n, C]: 1 at the true class, else 0
/// dz_H    = 1/n (p − Y)                         [n, C]
/// </code>
/// <para>Each number of Wₗ enters every row of zₗ through one term, zᵢₖ = … + aᵢⱼWⱼₖ + …, and so does each number of aₗ₋₁:</para>
/// <code>
/// ∂L/∂Wⱼₖ = Σᵢ aᵢⱼ dzᵢₖ   ⇒   dWₗ   = aₗ₋₁ᵀ dzₗ + λWₗ      [wₗ₋₁, wₗ]
/// ∂L/∂bₖ  = Σᵢ dzᵢₖ       ⇒   dbₗ   = 1ᵀ dzₗ             [wₗ]
/// ∂L/∂aᵢⱼ = Σₖ dzᵢₖ Wⱼₖ    ⇒   daₗ₋₁ = dzₗ Wₗᵀ            [n, wₗ₋₁]
///                             dzₗ₋₁ = daₗ₋₁ ⊙ mₗ₋₁ ⊙ φ'(zₗ₋₁)
/// </code>
/// <para>and so on down to the first layer, whose da₀ nobody needs.</para>
/// Source: Rumelhart, Hinton, Williams, Learning representations by back-propagating errors (1986, Nature 323:533–536).
/// </summary>
/// <param name="model">The net.</param>
/// <param name="λ">Penalty on the weights, from 0.</param>
public sealed class Backpropagation(Perceptron model, double λ) : IGradientSource
{
    private readonly double _λ = Finite.NotNegative(λ);

    private readonly BackpropagationLayer[] _layers =
        [.. model.Layers.Select(layer => BackpropagationLayer.Of(layer, model.Parameters))];

    /// <inheritdoc/>
    public ParameterVector Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return SoftmaxLoss.Value(model, batch.X, batch.y, _λ, training: false).ToDouble();
    }

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        using (torch.no_grad())
        {
            // The logits lie transposed, [C, n]: libtorch takes a softmax four times faster down the columns of a small table
            // than along its rows, and it would otherwise be as dear as a layer.
            (Tensor zᵀ, BackpropagationUnits[] hidden) = Forward(batch.X);
            Tensor log_pᵀ = zᵀ.log_softmax(0);
            Tensor L = torch.nn.functional.nll_loss(log_pᵀ.t(), batch.y);
            if (_λ != 0) L = L + SoftmaxLoss.Penalty(model, _λ);

            Tensor ones = torch.ones(1, batch.Rows, log_pᵀ.dtype, log_pᵀ.device);
            Tensor dzᵀ  = log_pᵀ.exp_().scatter_add_(0, batch.y.unsqueeze(0), ones.neg()).div_(batch.Rows);
            Backward(batch.X, dzᵀ.t(), hidden, ones);
            return L.ToDouble();
        }
    }

    private (Tensor zᵀ, BackpropagationUnits[] Hidden) Forward(Tensor X)
    {
        var hidden = new BackpropagationUnits[_layers.Length - 1];
        Tensor a = X;
        for (int l = 0; l < hidden.Length; l++)
        {
            hidden[l] = BackpropagationUnits.Of(model.Activation, _layers[l].Forward(a), model.Dropout);
            a = hidden[l].a;
        }

        return (_layers[^1].ForthTransposed(a), hidden);
    }

    private void Backward(Tensor X, Tensor dz, BackpropagationUnits[] hidden, Tensor ones)
    {
        for (int l = _layers.Length - 1; l > 0; l--)
        {
            _layers[l].AccumulateGradient(hidden[l - 1].a, dz, ones, _λ);
            dz = hidden[l - 1].Backward(torch.nn.functional.linear(dz, _layers[l].W)); // dz Wᵀ, without a transposed view
        }

        _layers[0].AccumulateGradient(X, dz, ones, _λ);
    }
}
