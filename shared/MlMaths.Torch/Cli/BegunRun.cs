using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>What a project meets of the world once its run has a folder.</summary>
public sealed class BegunRun : RunContext
{
    internal BegunRun(RunContext before, TrainingArchive archive) : base(before) => Archive = archive;

    /// <summary>Where trainings keep their checkpoints, so that <c>--resume</c> can go on with them.</summary>
    public TrainingArchive Archive { get; }
}
