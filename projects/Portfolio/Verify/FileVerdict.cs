namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>What a repetition says of a file.</summary>
internal enum FileVerdict
{
    /// <summary>The same bytes, or the same page but for the command that it ends with.</summary>
    Same,

    /// <summary>Other bytes, or none.</summary>
    Other,

    /// <summary>It shows times, which no run repeats; whatever else stands there is the same.</summary>
    Timed,

    /// <summary>It tells when and where the run was started.</summary>
    OfTheStart,

    /// <summary>The repetition wrote it, and the run has no record of it.</summary>
    Missing,

    /// <summary>Another machine or version wrote other bytes, as it may.</summary>
    Elsewhere,
}
