namespace MlMaths.Torch.Runs;

/// <summary>What became of a file after its run.</summary>
public enum FileChange
{
    /// <summary>Its bytes are others.</summary>
    Changed,

    /// <summary>It is missing.</summary>
    Gone,

    /// <summary>The run did not write it.</summary>
    Added,
}
