namespace MlMaths.Torch.Calculus;

/// <summary>
/// A node of a loss with its own value and another derivative: where a(z) is the value and s any number,
/// <code>
/// a(z₀) + s (z − z₀)      at z = z₀: the value a(z₀), the slope s
/// </code>
/// with z₀ taken as a constant.
/// </summary>
internal static class StandIn
{
    /// <summary>The value of one, with another slope by z.</summary>
    public static Tensor Bent(Tensor value, Tensor slope, Tensor z) => value.detach() + slope.detach() * (z - z.detach());

    /// <summary>The same value, and a derivative that is so many times its own.</summary>
    public static Tensor Stretched(Tensor value, Tensor by) => value.detach() + by.detach() * (value - value.detach());

    /// <summary>The same value, and a derivative that is so many times its own.</summary>
    public static Tensor Stretched(Tensor value, double by) => value.detach() + by * (value - value.detach());

    /// <summary>A loss whose derivative by z is <paramref name="dz"/>.</summary>
    public static Tensor Pulled(Tensor dz, Tensor z) => (dz.detach() * z).sum();

    /// <summary>The product AW as a value, where W is pulled by <paramref name="seenByW"/> in place of A.</summary>
    public static Tensor Product(Tensor A, Tensor W, Tensor seenByW) =>
        A.mm(W.detach()) + seenByW.detach().mm(W) - seenByW.detach().mm(W.detach());

    /// <summary>The product AW as a value, where A is pulled by <paramref name="seenByA"/> in place of W.</summary>
    public static Tensor PulledThrough(Tensor A, Tensor W, Tensor seenByA) =>
        A.detach().mm(W) + A.mm(seenByA.detach()) - A.detach().mm(seenByA.detach());
}
