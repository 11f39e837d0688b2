namespace MlMaths.Torch.Models;

/// <summary>The bend between two layers. Without it, a stack of layers is one straight line.</summary>
public enum Activation
{
    /// <summary>max(0, z): slope 1 or 0. A unit whose z is never positive learns nothing more.</summary>
    Relu,

    /// <summary>tanh z, from −1 to 1: slope at most 1, near 0 for large |z|.</summary>
    Tanh,

    /// <summary>z·Φ(z), with Φ the normal distribution's: a ReLU with a round corner (Hendrycks and Gimpel, 2016).</summary>
    Gelu,

    /// <summary>1/(1 + e^−z), from 0 to 1: slope at most ¼, so that many layers of it pass on almost nothing.</summary>
    Sigmoid,
}
