namespace MlMaths.Torch.Data;

/// <summary>What each row of a data set should be called, ready to learn from.</summary>
public interface ITarget
{
    /// <summary>The rows.</summary>
    Dataset Dataset { get; }

    /// <summary>y [n] of one part, in the numbers that its loss takes; the caller's scope disposes it.</summary>
    Tensor Y(SplitPart part, torch.Device device);
}
