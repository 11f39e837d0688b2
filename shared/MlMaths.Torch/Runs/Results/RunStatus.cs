namespace MlMaths.Torch.Runs;

/// <summary>How a run ended.</summary>
internal enum RunStatus
{
    /// <summary>All of it is there.</summary>
    Completed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>A defect of ours, or the machine, stopped it; <c>run.log</c> says where.</summary>
    Failed,
}
