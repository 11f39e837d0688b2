using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>The cases, and how far one is.</summary>
internal static class DojoList
{
    /// <summary>A line for each case.</summary>
    public static bool Show(ToolContext context, DojoProgress progress)
    {
        foreach (string line in AlignedRows.Of([.. DojoCatalogue.All.Select(one => Row(one, progress[one]))], apart: 3))
            context.Say(line);
        foreach ((string key, CaseProgress now) in progress.Cases)
        {
            if (key.StartsWith(DrawnCase.Prefix, StringComparison.Ordinal)) context.Say($"{key}: {State(now)}");
        }

        int points = DojoCatalogue.All.Sum(one => progress[one].Points);
        context.Say();
        context.Say($"{Count(progress)}, {Counted.Of(points, "point")} of {DojoCatalogue.All.Count * CaseProgress.MostPoints}. "
            + CaseProgress.Rule);
        context.Say($"Go on with: {CommandSet.Typed("dojo")} {progress.Next.Typed}. "
            + $"New ones are drawn: {CommandSet.Typed("dojo")} --drawn 1");
        return true;
    }

    /// <summary>For who lists other exercises, too; null where nothing can be said.</summary>
    public static string? Line(WorkFolder work) => DojoProgress.Seen(work) is { } progress
        ? $"Broken trainings: {Count(progress)}: {CommandSet.Typed("dojo")} {progress.Next.Typed}"
        : null;

    /// <summary>How a case stands, in a few words.</summary>
    public static string State(CaseProgress now) => now switch
    {
        { HasGivenUp: true } => "given up",
        { IsSolved: true } => $"solved, {Counted.Of(now.Points, "point")}",
        { IsCauseFound: true } => "cause found",
        { IsFixed: true } => "mended, cause not named",
        { Guesses: > 0 } or { HintsUsed: > 0 } => "begun",
        _ => "not begun",
    };

    private static string Count(DojoProgress progress) => $"{progress.Solved} of {DojoCatalogue.All.Count} solved";

    private static string[] Row(DojoCase one, CaseProgress now) => [one.Typed.PadLeft(2), one.Title, State(now)];
}
