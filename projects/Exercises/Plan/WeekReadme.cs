using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>The first page of a week's repository.</summary>
/// <param name="State">How far the learner is.</param>
/// <param name="Week">Which one.</param>
/// <param name="Paragraph">What they wrote.</param>
internal sealed partial record WeekReadme(PlanState State, PlanWeek Week, WeekParagraph Paragraph)
{
    private const int MostFigures = 3, MostNumbers = 8;

    /// <summary>What is shown of a run: where its figure stands, and where it will stand.</summary>
    public IReadOnlyList<(string From, string To)> Figures { get; } =
    [
        .. from one in Week.Runs
           from run in State.Runs.Where(one.IsOf).Take(1)
           from figure in run.Figures.OrderBy(one.Place).Take(MostFigures)
           select (figure, $"figures/{run.Project}-{Path.GetFileName(figure)}"),
    ];

    /// <summary>Answers that are begun.</summary>
    public IReadOnlyList<Exercise> Answers { get; } =
        [.. Week.Exercises.Where(exercise => File.Exists(State.Work.PathOf(exercise.Place)))];

    /// <summary>The page.</summary>
    public string Text()
    {
        var page = new StringBuilder($"# {Week.Title}\n\n");
        page.Append(FormattableString.Invariant(
            $"*Week {Week.Number} of {PlanCatalogue.Weeks.Count} of the maths behind machine learning, with the suite MlMaths.Torch: "));
        page.Append($"{Week.Learn}.*\n\n{Paragraph.Text}\n");
        foreach ((string from, string to) in Figures)
            page.Append($"\n![{Shown(NameOf(from))}]({to})\n\n*{Shown(Seen(from) ?? NameOf(from))}*\n");
        Numbers(page);
        Exercises(page);
        return page.ToString();
    }

    private void Numbers(StringBuilder page)
    {
        if (State.RunsOf(Week) is not { Count: > 0 } runs) return;
        page.Append("\n## Numbers\n\n| what | value | interval | run |\n|---|---:|---|---|\n");
        foreach (FinishedRun run in runs)
        {
            foreach (Measurement one in Quoted(run))
                page.Append($"| {Shown(one.Label)} | {Shown(one.ValueText)} | {Shown(Interval(one))} | {run.Project} |\n");
        }

        page.Append("\nEach run is repeated by its command, typed in the folder of the suite:\n\n```bash\n");
        foreach (FinishedRun run in runs) page.Append($"{WithoutFolders(run)}\n");
        page.Append("```\n");
        if (runs.Any(run => run.Typed("--data") is not null)) page.Append("\nThe table behind `--data` is not published here.\n");
    }

    private void Exercises(StringBuilder page)
    {
        if (Week.Exercises.Count == 0) return;
        page.Append("\n## What I wrote, and what I had guessed\n\n");
        foreach (Exercise exercise in Week.Exercises)
        {
            string title = Answers.Contains(exercise) ? $"[{exercise.Title}](exercises/{exercise.Place})" : exercise.Title;
            page.Append($"- {title}: {Standing(State.Progress[exercise])}.");
            if (State.IsDone(exercise))
            {
                string guess = State.Progress[exercise].Prediction is { } kept ? $" I had guessed: {Shown(kept)}." : "";
                page.Append($" {exercise.Prediction.Question}{guess} What happens: {exercise.Prediction.Happens()}");
            }

            page.Append('\n');
        }

        if (Answers.Count == 0) return;
        string first = $"exercises/{Answers[0].Place}", number = FormattableString.Invariant($"{Answers[0].Number}");
        page.Append("\nEach answer runs by itself, with the [.NET 10 SDK](https://dotnet.microsoft.com/download/dotnet/10.0):\n\n")
            .Append($"```bash\ndotnet run {first}\n```\n\nIn the folder of the suite it is graded again:\n\n")
            .Append($"```bash\n{CommandSet.Typed("learn")} check {number} --file PATH/{first}\n```\n");
    }

    // What the paragraph names first: a visitor looks for those.
    private IEnumerable<Measurement> Quoted(FinishedRun run) => run.Measurements.Where(one => one.Value is not null)
        .OrderBy(one => Numerals.Names(Paragraph.Text, one.Value!.Value) ? 0 : 1).Take(MostNumbers);

    private static string Interval(Measurement one) => one.RangeText.Length == 0 || one.Confidence is not { } confidence
        ? one.RangeText : FormattableString.Invariant($"{one.RangeText} ({100 * confidence:0.#} %)");

    // Where a file of the learner's stands on their machine is nobody's business.
    private static string WithoutFolders(FinishedRun run) => run.Args
        .Select(arg => arg.StartsWith("--", StringComparison.Ordinal) ? arg[(arg.IndexOf('=', StringComparison.Ordinal) + 1)..] : arg)
        .Where(Path.IsPathRooted)
        .Aggregate(run.Command.ReplaceLineEndings(" "), (command, path) =>
            command.Replace(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), StringComparison.Ordinal));

    private static string Standing(ExerciseProgress progress) => progress.PartsRight switch
    {
        2 => progress.HintsUsed == 0 ? "both parts right, without a hint" : $"both parts right, {Counted.Of(progress.HintsUsed, "hint")}",
        1 => "the first part is right",
        _ => "not finished",
    };

    // What a run or a learner wrote shows itself, and is no markup.
    private static string Shown(string text) => MarkdownText.Escaped(text).ToString();

    private static string NameOf(string figure) => Path.GetFileNameWithoutExtension(figure).Replace('-', ' ');

    // Each figure of a run says in its title what there is to see.
    private static string? Seen(string figure) =>
        WebUtility.HtmlDecode(Title().Match(File.ReadAllText(figure)).Groups[1].Value) is [var first, ..] seen
            ? $"{char.ToUpperInvariant(first)}{seen[1..]}" : null;

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();
}
