using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Plan;

/// <summary>What a learner writes about a week in their own words, and where its numbers come from.</summary>
/// <param name="Text">Without comments; empty where nothing is written yet.</param>
/// <param name="Numbers">As they are written, each with what measured it; null for none of theirs.</param>
internal sealed record WeekParagraph(string Text, IReadOnlyList<(string Written, string? Source)> Numbers)
{
    /// <summary>Below it nothing is explained.</summary>
    public const int FewestWords = 40;

    /// <summary>Whether it can be read: bytes that are no text are nobody's words.</summary>
    public bool IsText => !Text.AsSpan().ContainsAny('\0', '\uFFFD');

    /// <summary>How many words there are.</summary>
    public int Words => Numerals.Words(Text);

    /// <summary>Numbers that nothing of theirs measured.</summary>
    public IReadOnlyList<string> Unknown => [.. Numbers.Where(one => one.Source is null).Select(one => one.Written).Distinct()];

    /// <summary>Whether the week may be published with it.</summary>
    public bool IsReady => IsText && Words >= FewestWords && Unknown.Count == 0;

    /// <summary>Where the paragraph of a week stands, among the learner's files.</summary>
    public static string PlaceOf(PlanWeek week) => FormattableString.Invariant($"week-{week.Number}.md");

    /// <summary>As it stands in the learner's folder.</summary>
    public static WeekParagraph Of(PlanState state, PlanWeek week)
    {
        string file = state.Work.PathOf(PlaceOf(week));
        if (!File.Exists(file)) return new("", []);
        string text = WithoutComments(WorkFolder.Read(file)).Trim();
        (double Value, string Source)[] known = Known(state, week);
        double[] values = [.. known.Select(one => one.Value)];
        return new(text, [.. Numerals.Looked(text, values).Select(one => (one.Written, one.At is { } at ? known[at].Source : null))]);
    }

    /// <summary>All numbers that a paragraph of a week may name: of its runs, its exercises, and what the predictions came to.</summary>
    private static (double, string)[] Known(PlanState state, PlanWeek week) =>
    [
        .. state.RunsOf(week).SelectMany(run => run.Measurements.SelectMany(one => Ends(run, one))),
        .. week.Exercises.Where(state.IsDone).SelectMany(one => From(one.Prediction.Happens(), $"what happens in exercise {Number(one)}")),
        .. week.Exercises.SelectMany(one => From(one.Prediction.Question, $"the question before exercise {Number(one)}")),
        .. week.Exercises.SelectMany(one => From(state.Progress[one].Prediction ?? "", $"your guess in exercise {Number(one)}")),
        .. week.Exercises.SelectMany(one => new[]
        {
            ((double)one.Number, "the number of an exercise"), (state.Progress[one].HintsUsed, "your hints"),
            (state.Progress[one].Checks, "your checks"),
        }),
        .. new double[] { 0, 1, 2, 3, 95, 100, week.Number, PlanCatalogue.Weeks.Count }
            .Select(one => (one, "a number that anybody may write")),
    ];

    private static IEnumerable<(double, string)> Ends(FinishedRun run, Measurement one)
    {
        if (one.Value is { } value) yield return (value, $"{one.Label} ({run.Project})");
        if (one.Low is { } low) yield return (low, $"{one.Label}, lower end ({run.Project})");
        if (one.High is { } high) yield return (high, $"{one.Label}, upper end ({run.Project})");
    }

    private static IEnumerable<(double, string)> From(string text, string source) => Numerals.In(text).Select(one => (one, source));

    private static string Number(Exercise exercise) => FormattableString.Invariant($"{exercise.Number}");

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
