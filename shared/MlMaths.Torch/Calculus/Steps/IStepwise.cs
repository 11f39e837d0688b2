namespace MlMaths.Torch.Calculus;

/// <summary>A derivation that is also written as steps, which the tutor edits to find a mistake.</summary>
internal interface IStepwise
{
    /// <summary>Forward and back, in the letters of the formula.</summary>
    BackwardSteps Steps { get; }
}
