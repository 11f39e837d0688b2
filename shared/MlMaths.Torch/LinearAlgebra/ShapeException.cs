namespace MlMaths.Torch.LinearAlgebra;

/// <summary>A tensor does not fit the ones before it: which, what was expected, what it was, and who decided.</summary>
public sealed class ShapeException : Exception
{
    /// <summary>One sentence.</summary>
    public ShapeException(string message) : base(message) { }
}
