namespace MlMaths.Torch.LinearAlgebra;

/// <summary>What makes one row near to another.</summary>
public enum Nearness
{
    /// <summary>A small ‖x − y‖: the same values.</summary>
    Euclidean,

    /// <summary>A small angle: the same proportions, whatever the size.</summary>
    Cosine,
}
