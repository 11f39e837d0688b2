namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>What the child is asked to do.</summary>
/// <param name="Job">Which grader: one of <see cref="BenchJobs"/>.</param>
/// <param name="Task">What it grades, such as the name of a derivation.</param>
/// <param name="Text">The learner's file.</param>
/// <param name="Seed">Decides what is drawn.</param>
/// <param name="Own">The learner's own rows, where it works on those.</param>
internal sealed record BenchRequest(string Job, string Task, string Text, int Seed, Learn.Own.OwnRows? Own = null)
{
    /// <summary>Of the processor, for running and grading.</summary>
    public TimeSpan Time { get; init; } = BenchLimits.Time;
}
