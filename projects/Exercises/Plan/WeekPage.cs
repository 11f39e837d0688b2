using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Dojo;
using MlMaths.Torch.Exercises.Learn;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>A week on the console.</summary>
internal static class WeekPage
{
    public static void Show(ToolContext context, PlanState state, PlanWeek week)
    {
        context.Head(FormattableString.Invariant($"Week {week.Number} · {week.Title}"));
        context.Say($"learn    {week.Learn}");
        context.Say($"build    {week.Build}");
        context.Say($"publish  {week.Output}");
        context.Say();
        foreach (string lesson in week.Lessons)
        {
            string opened = state.IsOpened(lesson) ? "  (opened)" : "";
            context.Say($"  lesson     {CommandSet.Typed("learn")} lesson {lesson}{opened}");
        }

        foreach (Exercise exercise in week.Exercises)
        {
            string done = state.IsDone(exercise) ? "  (done)" : "";
            string typed = FormattableString.Invariant($"{CommandSet.Typed("learn")} {exercise.Number}");
            context.Say($"  exercise   {typed}  {exercise.ShortTitle}{done}");
        }

        foreach (PlanRun run in week.Runs)
        {
            string done = state.Runs.Any(run.IsOf) ? "  (done)" : "";
            context.Say($"  run        {CommandSet.Typed(run.Command)}{done}");
        }

        string written = state.IsWritten(week) ? "  (done)" : "";
        context.Say($"  paragraph  {state.Work.PathOf(WeekParagraph.PlaceOf(week))}{written}  {week.Paragraph}");
        context.Say($"  publish    {WeekExport.Typed(week)}");
        foreach (string typed in week.AlsoType) context.Say($"  try        {CommandSet.Typed("")}{typed}");
        if (week.HasDojo && DojoList.Line(state.Work) is { } dojo) context.Say($"  {dojo}");
        context.Say();
        context.Say("You come from work and code well: run and write first, then read the lesson, then explain it in your paragraph.");
        context.Say("You come from university: read the lesson first, then write, then explain how the model behaves and how you know.");
        context.Say();
        foreach (Resource resource in week.Resources) context.Say($"  {resource.Title}: {resource.Address}");
        if (week.Exercises.Count > 0) context.Say();
        foreach (Exercise exercise in week.Exercises) context.Say($"An interviewer may ask: {exercise.InterviewQuestion}");
    }
}
