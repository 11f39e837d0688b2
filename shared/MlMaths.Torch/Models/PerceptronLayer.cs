namespace MlMaths.Torch.Models;

/// <summary>One layer, as views into θ.</summary>
/// <param name="Name"><c>layer1</c>, <c>layer2</c> …</param>
/// <param name="Weight">W [in, out].</param>
/// <param name="Bias">b [out].</param>
public sealed record PerceptronLayer(string Name, Tensor Weight, Tensor Bias)
{
    /// <summary>z = XW + b [n, out] for X [n, in]. NaN and infinite numbers go through.</summary>
    public Tensor Forward(Tensor X) => torch.addmm(Bias, X, Weight, 1, 1);
}
