using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>
/// The repository of a week: a README of the learner's own figures, numbers and predictions, their answers, and a paragraph that they
/// wrote.
/// </summary>
internal static class WeekExport
{
    /// <summary>What is typed to write it.</summary>
    public static string Typed(PlanWeek week) =>
        FormattableString.Invariant($"{CommandSet.Typed("plan")} --week {week.Number} --export week-{week.Number}");

    /// <summary>Writes it; false, with a sentence, where the paragraph is not written yet or names a number that is not theirs.</summary>
    public static bool Write(ToolContext context, PlanState state, PlanWeek week, string folder)
    {
        string place = WeekParagraph.PlaceOf(week), file = state.Work.PathOf(place);
        state.Work.BeginText(place,
            $"<!-- {week.Paragraph} -->\n<!-- At least {WeekParagraph.FewestWords} words, below. Each number must be one of your runs; "
            + "one of an example is written in words. -->\n\n");
        WeekParagraph paragraph = WeekParagraph.Of(state, week);
        if (!paragraph.IsText) throw new UserMistakeException($"{Quoted.Path(file)} is no text: write your paragraph there again.");
        if (paragraph.Words < WeekParagraph.FewestWords)
        {
            context.Say($"Write your paragraph first, into {file}: {week.Paragraph}");
            string words = Counted.Of(paragraph.Words, "word");
            context.Say(FormattableString.Invariant($"It has {words} so far, and needs {WeekParagraph.FewestWords}."));
            return false;
        }

        if (paragraph.Unknown is { Count: > 0 } unknown)
        {
            context.Say($"Your paragraph in {file} says {string.Join(" and ", unknown)}, and none of your runs of this week has measured "
                + "that: copy each number from your report, or leave it out. A number of an example is written in words: five stars.");
            return false;
        }

        var readme = new WeekReadme(state, week, paragraph);
        if (readme.Answers.FirstOrDefault(one => state.Progress[one].IsChanged(TextOf(one))) is { } changed)
        {
            string number = FormattableString.Invariant($"{changed.Number}");
            context.Say($"{state.Work.PathOf(changed.Place)} is another than the answer that was right: look at it with "
                + $"{CommandSet.Typed("learn")} check {number}, then publish.");
            return false;
        }

        var export = new ExportFolder(folder);
        foreach ((string from, string to) in readme.Figures) export.Copy(from, to);
        foreach (Exercise exercise in readme.Answers)
            export.Write($"exercises/{exercise.Place}", TextOf(exercise));
        foreach ((string name, string text) in WorkFolder.OfItsOwn) export.Write(name, text);
        export.Write("README.md", readme.Text());
        context.Say($"The repository of week {week.Number.ToString(CultureInfo.InvariantCulture)}: {folder}");
        if (paragraph.Numbers.Count > 0)
        {
            context.Say("The numbers of your paragraph, and what has each of them; whether it is the one you mean, only you can tell:");
            foreach ((string written, string? source) in paragraph.Numbers.Distinct()) context.Say($"  {written}  {source}");
        }

        context.Say(ExportFolder.Next(folder));
        return true;

        string TextOf(Exercise exercise) => WorkFolder.Read(state.Work.PathOf(exercise.Place));
    }
}
