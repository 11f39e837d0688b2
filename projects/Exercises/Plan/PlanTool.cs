using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary><c>plan</c>: six weeks, where one is, and what to do now.</summary>
internal sealed class PlanTool : ITool
{
    private static readonly ProjectOption<string?> WeekOption = ProjectOption.Text("--week", "N", "all six", "One week: 1 to 6.");

    private static readonly ProjectOption<string?> RunsOption = ProjectOption.Text("--runs", "DIR", "runs", "Where your run folders are.");

    private static readonly ProjectOption<string?> ExportOption = ProjectOption.Text(
        "--export", "DIR", "nothing is written",
            "Write the repository of the week there, to be published; the folder must be new or empty.");

    public string Verb => "plan";

    public string Title => "Six weeks: where you are, and what to do now";

    public string Description =>
        "Six weeks of four or five sessions, each of 45 to 60 minutes, and something to publish at the end of each. What you have done is "
        + "read from my-work and runs. With --export a week becomes a repository: your answers, figures, numbers and predictions, and one "
        + "paragraph that you write yourself.";

    public string Words => "[topics]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the six weeks, and what to do now"),
        new("--week 1", "a week: what to learn, build and publish, in either order"),
        new("topics", "every topic of the four areas, and where it is taught"),
        new("--week 1 --export week-1", "the repository of a week, to be published"),
    ];

    public IReadOnlyList<ProjectOption> Options => [WeekOption, RunsOption, ExportOption, WorkFolder.Option];

    /// <summary>One sentence for the start page; null where the learner's file of progress cannot be read.</summary>
    public static string? Now()
    {
        try
        {
            return PlanState.Of(new WorkFolder(null), "runs").Sentence();
        }
        catch (UserMistakeException)
        {
            return null;
        }
    }

    public bool Answer(ToolContext context)
    {
        if (context.Words is ["topics"]) return Topics(context);
        if (context.Words.Count > 0)
            throw new UserMistakeException($"{Quoted.Value(string.Join(' ', context.Words))} is not understood here: it may be topics.");
        var work = new WorkFolder(context.Of(WorkFolder.Option));
        var state = PlanState.Of(work, context.Of(RunsOption) ?? "runs");
        PlanWeek? week = context.Of(WeekOption) is { } asked ? Known(asked) : null;
        if (context.Of(ExportOption) is { } folder)
        {
            string typed = $"{CommandSet.Typed(Verb)} --week 1 --export DIR";
            if (week is null) throw new UserMistakeException($"--export writes one week: name it, for instance {typed}.");
            return WeekExport.Write(context, state, week, folder);
        }

        if (week is null) Overview(context, state);
        else WeekPage.Show(context, state, week);
        context.Say();
        context.Say($"Now: {state.Sentence(week)}");
        return true;
    }

    private static void Overview(ToolContext context, PlanState state)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(2))
            .AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().NoWrap());
        foreach (PlanWeek week in PlanCatalogue.Weeks)
        {
            int right = week.Exercises.Count(state.IsDone);
            string of = Counted.Of(week.Exercises.Count, "exercise");
            string exercises = week.Exercises.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{right} of {of}");
            grid.AddRow(
                new Words(string.Create(CultureInfo.InvariantCulture, $"week {week.Number}"), new Style(Color.Blue)), new Words(week.Title),
                new Words(exercises), new Words(state.Word(week)));
        }

        context.Output.Write(grid);
        context.Say();
        string plan = CommandSet.Typed("plan");
        context.Say($"A week by itself: {plan} --week 1. Where every topic is taught: {plan} topics");
        context.Say($"What may wait: {PlanCatalogue.MayWait}.");
    }

    private static bool Topics(ToolContext context)
    {
        foreach (IGrouping<string, Topic> area in Topic.All.GroupBy(topic => topic.Area))
        {
            context.Head(area.Key);
            Grid grid = new Grid().AddColumn(new GridColumn().PadLeft(2).PadRight(3)).AddColumn(new GridColumn());
            foreach (Topic topic in area)
                grid.AddRow(new Words(topic.Name), new Words(string.Join(" · ", topic.Places), new Style(Color.Blue)));
            context.Output.Write(grid);
            context.Say();
        }

        context.Say($"Type {CommandSet.Typed("")} before each.".Replace("  ", " ", StringComparison.Ordinal));
        return true;
    }

    private static PlanWeek Known(string asked) =>
        PlanCatalogue.Weeks.FirstOrDefault(week => asked == FormattableString.Invariant($"{week.Number}"))
        ?? throw new UserMistakeException($"--week is a number from 1 to {PlanCatalogue.Weeks.Count}, and was {Quoted.Value(asked)}.");
}
