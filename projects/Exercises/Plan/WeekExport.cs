using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>
/// The repository of a week: a README of the learner's own figures, numbers and predictions, their answers, and a paragraph that they
/// wrote.
/// </summary>
internal static partial class WeekExport
{
    private const int MostFigures = 4, MostNumbers = 8, FewestWords = 40;

    /// <summary>What is typed to write it.</summary>
    public static string Typed(PlanWeek week) =>
        FormattableString.Invariant($"{CommandSet.Typed("plan")} --week {week.Number} --export week-{week.Number}");

    /// <summary>Where the paragraph of a week is written, among the learner's files.</summary>
    public static string PlaceOf(PlanWeek week) => FormattableString.Invariant($"week-{week.Number}.md");

    /// <summary>Writes it; false, with a sentence, where the paragraph is not written yet or names a number that is not theirs.</summary>
    public static bool Write(ToolContext context, PlanState state, PlanWeek week, WorkFolder work, string folder)
    {
        string place = PlaceOf(week);
        work.BeginText(place,
            $"<!-- {week.Paragraph} -->\n<!-- At least {FewestWords} words, below. Each number must be one of your runs. -->\n\n");
        string paragraph = WithoutComments(WorkFolder.Read(work.PathOf(place))).Trim();
        if (Numerals.Words(paragraph) < FewestWords)
        {
            context.Say($"Write your paragraph first, into {work.PathOf(place)}: {week.Paragraph}");
            string words = Counted.Of(Numerals.Words(paragraph), "word");
            context.Say(FormattableString.Invariant($"It has {words} so far, and needs {FewestWords}."));
            return false;
        }

        if (Numerals.Unknown(paragraph, Known(state, week)) is { } unknown)
        {
            context.Say($"Your paragraph in {work.PathOf(place)} says {unknown}, and none of your runs of this week has measured "
                + "that: copy the number from your report, or leave it out.");
            return false;
        }

        var export = new ExportFolder(folder);
        var figures = new List<(string File, string Of)>();
        foreach (FinishedRun run in state.RunsOf(week))
        {
            foreach (string figure in run.Figures.Take(MostFigures))
            {
                string file = $"figures/{run.Project}-{Path.GetFileName(figure)}";
                export.Copy(figure, file);
                figures.Add((file, Seen(figure) ?? run.Project));
            }
        }

        foreach (Exercise exercise in week.Exercises.Where(exercise => File.Exists(work.PathOf(exercise.Place))))
            export.Write($"exercises/{exercise.Place}", WorkFolder.Read(work.PathOf(exercise.Place)));
        export.Write("README.md", Readme(state, week, work, paragraph, figures));
        context.Say($"The repository of week {week.Number.ToString(CultureInfo.InvariantCulture)}: {folder}");
        context.Say(ExportFolder.Next);
        return true;
    }

    /// <summary>All numbers that a paragraph of this week may name: of its runs, its exercises, and what the predictions came to.</summary>
    public static double[] Known(PlanState state, PlanWeek week) =>
    [
        .. state.RunsOf(week).SelectMany(run => run.Measurements)
            .SelectMany(one => new[] { one.Value, one.Low, one.High }).OfType<double>(),
        .. week.Exercises.SelectMany(exercise => new double[] { exercise.Number, state.Progress[exercise].HintsUsed,
            state.Progress[exercise].Checks }),
        .. week.Exercises.Where(state.IsDone).SelectMany(exercise => Numerals.In(exercise.Prediction.Happens())),
        .. week.Exercises.SelectMany(exercise => Numerals.In(exercise.Prediction.Question)),
        .. week.Exercises.SelectMany(exercise => Numerals.In(state.Progress[exercise].Prediction ?? "")),
        week.Number, PlanCatalogue.Weeks.Count, 0, 1, 2, 3, 95, 100,
    ];

    private static string Readme(
        PlanState state, PlanWeek week, WorkFolder work, string paragraph, IReadOnlyList<(string File, string Of)> figures)
    {
        var page = new StringBuilder($"# {week.Title}\n\n{paragraph}\n");
        foreach ((string file, string of) in figures) page.Append($"\n![]({file})\n\n*{Shown(of)}*\n");
        if (state.RunsOf(week) is { Count: > 0 } runs)
        {
            page.Append("\n## Numbers\n\n| what | value | 95 % interval | run |\n|---|---:|---|---|\n");
            foreach (FinishedRun run in runs)
            {
                foreach (Measurement one in Shown(run, paragraph))
                {
                    string unit = Shown(one.Unit ?? "");
                    page.Append($"| {Shown(one.Label)} | {NumberText.Of(one.Value!.Value)} {unit} | {Interval(one)} | {run.Project} |\n");
                }
            }

            page.Append("\nEach run is repeated by its command, with the suite MlMaths.Torch:\n\n```bash\n");
            foreach (FinishedRun run in runs) page.Append($"{run.Command.ReplaceLineEndings(" ")}\n");
            page.Append("```\n");
        }

        if (week.Exercises.Count == 0) return page.ToString();
        page.Append("\n## What I wrote, and what I had guessed\n\n");
        foreach (Exercise exercise in week.Exercises)
        {
            bool isThere = File.Exists(work.PathOf(exercise.Place));
            string title = isThere ? $"[{exercise.Title}](exercises/{exercise.Place})" : exercise.Title;
            page.Append($"- {title}: {Standing(state.Progress[exercise])}.");
            if (state.IsDone(exercise))
            {
                string guess = state.Progress[exercise].Prediction is { } kept ? $" I had guessed: {Shown(kept)}." : "";
                page.Append($" {exercise.Prediction.Question}{guess} What happens: {exercise.Prediction.Happens()}");
            }

            page.Append('\n');
        }

        return page.ToString();
    }

    // What the paragraph names first: a visitor looks for those.
    private static IEnumerable<Measurement> Shown(FinishedRun run, string paragraph) => run.Measurements.Where(one => one.Value is not null)
        .OrderBy(one => Numerals.Names(paragraph, one.Value!.Value) ? 0 : 1).Take(MostNumbers);

    private static string Standing(ExerciseProgress progress) => progress.PartsRight switch
    {
        2 => progress.HintsUsed == 0 ? "both parts right, without a hint" : $"both parts right, {Counted.Of(progress.HintsUsed, "hint")}",
        1 => "the first part is right",
        _ => "not finished",
    };

    private static string Interval(Measurement one) =>
        one is { Low: { } low, High: { } high } ? NumberText.Range(low, high) : "";

    // What a run or a learner wrote shows itself, and is no markup.
    private static string Shown(string text) => MarkdownText.Escaped(text).ToString();

    // Each figure of a run says in its title what there is to see.
    private static string? Seen(string figure) => Title().Match(File.ReadAllText(figure)) is { Success: true } title
        ? WebUtility.HtmlDecode(title.Groups[1].Value) : null;

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();

    private static string WithoutComments(string text)
    {
        while (text.IndexOf("<!--", StringComparison.Ordinal) is >= 0 and var from)
        {
            int to = text.IndexOf("-->", from, StringComparison.Ordinal);
            text = to < 0 ? text[..from] : text[..from] + text[(to + 3)..];
        }

        return text;
    }
}
