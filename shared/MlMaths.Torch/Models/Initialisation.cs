namespace MlMaths.Torch.Models;

/// <summary>
/// How large the weights of a layer with <c>in</c> inputs and <c>out</c> outputs are before the first step; biases are 0.
///
/// <code>Var(z) = in · Var(W) · E(x²)                  so Var(W) decides whether a signal grows or dies from layer to layer</code>
/// </summary>
public enum Initialisation
{
    /// <summary>Normal with variance 2/in: keeps the signal's size where half of it is cut off, as ReLU does (He et al., 2015).</summary>
    He,

    /// <summary>
    /// Even on ±√(6/(in + out)), variance 2/(in + out): a compromise between the way forth and the backward pass (Glorot and
    /// Bengio, 2010).
    /// </summary>
    Xavier,

    /// <summary>All zero, as a fault to look at: the units of a layer stay copies of each other, and most of them never move.</summary>
    Zero,

    /// <summary>Normal with variance 1 whatever the width, as a fault to look at: every layer multiplies the signal.</summary>
    TooLarge,
}
