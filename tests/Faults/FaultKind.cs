namespace MlMaths.Torch.Faults;

/// <summary>What happens to a program while it runs.</summary>
internal enum FaultKind
{
    /// <summary>SIGKILL: it is gone without a word.</summary>
    Kill,

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    Interrupt,

    /// <summary>SIGTERM, as a machine sends it that shuts down.</summary>
    Terminate,

    /// <summary>The disk takes no more.</summary>
    FullDisk,

    /// <summary>Somebody deletes the output folder.</summary>
    FolderGone,
}
