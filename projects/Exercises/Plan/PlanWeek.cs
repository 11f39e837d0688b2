using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>One week of the path: four or five sessions of 45 to 60 minutes, and something to publish at its end.</summary>
/// <param name="Number">1 to 6.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Learn">What is understood at its end.</param>
/// <param name="Build">What is written.</param>
/// <param name="Output">What is published.</param>
internal sealed record PlanWeek(int Number, string Title, string Learn, string Build, string Output)
{
    /// <summary>Short lessons, by their words.</summary>
    public IReadOnlyList<string> Lessons { get; init; } = [];

    /// <summary>Commands whose report belongs to the week, in the order in which they are run.</summary>
    public required IReadOnlyList<PlanRun> Runs { get; init; }

    /// <summary>What else is worth typing.</summary>
    public IReadOnlyList<string> AlsoType { get; init; } = [];

    /// <summary>Whether broken trainings are mended in it.</summary>
    public bool HasDojo { get; init; }

    /// <summary>Free, and elsewhere.</summary>
    public required IReadOnlyList<Resource> Resources { get; init; }

    /// <summary>What the learner answers in a paragraph of their own before the week is published.</summary>
    public required string Paragraph { get; init; }

    /// <summary>The exercises of the week.</summary>
    public IReadOnlyList<Exercise> Exercises => [.. ExerciseCatalogue.All.Where(exercise => exercise.Week == Number)];
}

/// <summary>A command, and what its run folder calls itself.</summary>
/// <param name="Command">What is typed.</param>
/// <param name="Project">The field <c>project</c> of its results.</param>
/// <param name="Measures">How the ids of its measurements begin, where a program has several runs; null for any.</param>
internal sealed record PlanRun(string Command, string Project, string? Measures = null)
{
    /// <summary>Names of its figures that a visitor sees first; then those of its report.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>Where a figure stands among them, by its path; behind them where it is none.</summary>
    public int Place(string figure) => Figures.TakeWhile(name => name != Path.GetFileNameWithoutExtension(figure)).Count();

    /// <summary>Whether a run is one of this command.</summary>
    public bool IsOf(FinishedRun run) => run.Project == Project
        && (Measures is null || run.Measurements.Any(one => one.Id.StartsWith(Measures, StringComparison.Ordinal)));
}

/// <summary>Something to read or watch elsewhere.</summary>
/// <param name="Title">As it is called there.</param>
/// <param name="Address">Where.</param>
internal sealed record Resource(string Title, string Address);
