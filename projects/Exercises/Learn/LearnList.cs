using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Dojo;
using MlMaths.Torch.Exercises.MyWork;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>The exercises by week, with a bar.</summary>
internal static class LearnList
{
    private const int BarWidth = 24;

    /// <summary>One line each.</summary>
    public static bool Show(ToolContext context, WorkFolder work, Progress progress)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn(new GridColumn().NoWrap().PadRight(3))
            .AddColumn(new GridColumn().PadRight(3)).AddColumn(new GridColumn().NoWrap());
        foreach (Exercise exercise in ExerciseCatalogue.All)
        {
            grid.AddRow(
                new Words(string.Create(CultureInfo.InvariantCulture, $"week {exercise.Week}")),
                new Words(string.Create(CultureInfo.InvariantCulture, $"{exercise.Number}"), new Style(Color.Blue)),
                new Words(exercise.ShortTitle), new Words(State(progress[exercise])));
        }

        context.Output.Write(grid);
        int parts = ExerciseCatalogue.All.Sum(exercise => exercise.Parts.Count);
        int right = ExerciseCatalogue.All.Sum(exercise => progress[exercise].PartsRight), filled = BarWidth * right / parts;
        context.Say();
        context.Say(string.Create(CultureInfo.InvariantCulture,
            $"{new string('█', filled)}{new string('░', BarWidth - filled)}  {right} of {parts} parts"));
        context.Say($"Go on with: {CommandSet.Typed("learn")} {LearnTool.Next(progress).Number.ToString(CultureInfo.InvariantCulture)}");
        if (DojoList.Line(work) is { } dojo) context.Say(dojo);
        return true;
    }

    private static string State(ExerciseProgress progress) => (progress.PartsRight, progress.Checks) switch
    {
        (2, _) => progress.HintsUsed == 0 ? "both parts right" : $"both parts right, {Counted.Of(progress.HintsUsed, "hint")}",
        (1, _) => "part 1 right",
        (_, > 0) => "begun",
        _ => "not begun",
    };
}
