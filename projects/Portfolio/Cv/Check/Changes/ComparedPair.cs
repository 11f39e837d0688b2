using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Evidence;
using MlMaths.Torch.Portfolio.Cv.Check.Methods;
using MlMaths.Torch.Portfolio.Cv.Check.Settings;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>Two numbers of one measure in one run.</summary>
/// <param name="Before">What it was, or what it is compared with.</param>
/// <param name="After">What it became.</param>
internal sealed record ComparedPair(KnownNumber Before, KnownNumber After)
{
    private static readonly (Regex Of, string Gain)[] Gains =
    [
        (new(@"^cost\."), "saved.against_alert_none"), (new(@"cost_per_case$"), "test.saved_per_case"),
        (new(@"^regression\.(?:\w+\.)?rmse$"), "regression.gain"), (new(@"^regression\.(?:\w+\.)?mae$"), "regression.gain.mae"),
    ];

    /// <summary>A name that people have for a way counts so many words.</summary>
    private const int Called = 2;

    /// <summary>What the second is of the first.</summary>
    public double Ratio => After.Number.Value!.Value / Before.Number.Value!.Value;

    /// <summary>The pairs of the measures that a sentence names, in both orders.</summary>
    /// <param name="known">All measurements of the runs that it may speak of.</param>
    /// <param name="pages">Their pages.</param>
    /// <param name="topics">Its words.</param>
    /// <param name="sentence">The sentence.</param>
    public static IEnumerable<ComparedPair> Of(
        IReadOnlyList<KnownNumber> known, Pages pages, SentenceTopics topics, string sentence)
    {
        IReadOnlyList<string> words = ContentWords.Of(sentence);
        bool isOfSpeed = topics.All.Any(one => one.Topic.Ids.IsMatch("speed."));
        Topic[] named = [.. topics.All.Select(one => one.Topic).Where(one => !one.IsVague)];
        if (named.Length == 0) named = [.. topics.All.Select(one => one.Topic)];
        foreach (IGrouping<Runs.FinishedRun, KnownNumber> run in known.GroupBy(one => one.Run))
        {
            KnownNumber[] all = [.. run.Where(one => one.Number.Value is not (null or 0))];
            foreach (KnownNumber one in all.Where(one =>
                named.Any(topic => topic.Ids.IsMatch(one.Number.Id) || IsGained(topic, one.Number.Id))
                || (isOfSpeed && one.Number.Unit == "µs")))
            {
                foreach (KnownNumber other in all.Where(other => one.Number.Unit == other.Number.Unit
                    && Comparable.Are(one.Number.Id, other.Number.Id)))
                {
                    yield return new(one, other);
                    yield return new(other, one);
                }
            }

            PageNumber[] told = [.. pages.Numbers(run.Key).Where(one => one.Number.Value is not (null or 0))];
            foreach (PageNumber one in told.Where(one => Pages.IsOfMeasure(topics, words, one)))
            {
                foreach (PageNumber other in told.Where(other => Comparable.Are(one, other)))
                {
                    yield return new(one.Known, other.Known);
                    if (one.Measure != other.Measure) yield return new(other.Known, one.Known);
                }
            }
        }
    }

    // What is done, and what people call what comes of it.
    private static readonly (Regex Done, string Called)[] Techniques =
    [
        (new(@"\b(?i:dropout|penalty|weight decay|early stopping|L2|regulari[sz]\w+)\b"), "regularised"),
        (new(@"\b(?i:properly|correctly|inside|within (?:the|each)|without (?:a |the )?leak\w*)\b"), "honest without"),
        (new(@"\b(?i:(?:before|ahead of) (?:cross-validation|splitting|the split)|leak\w*)\b"), "inflated with"),
    ];

    /// <summary>A text with what its techniques make of a number.</summary>
    public static string WithTechniques(string text) =>
        string.Join(' ', [text, .. Techniques.Where(one => one.Done.IsMatch(text)).Select(one => one.Called)]);

    // Who says by how much a cost was cut speaks of that cost.
    private static bool IsGained(Topic topic, string id) => Gains.Any(one =>
        one.Of.IsMatch(id) && topic.Ids.IsMatch(one.Gain));

    /// <summary>How well a text names one of two numbers and not the other: by words of the one, or what people call it.</summary>
    public static int Named(string text, KnownNumber one, KnownNumber other)
    {
        IReadOnlyList<string> words = ContentWords.Of(text), own = Words(one), others = Words(other);
        return own.Where(word => !others.Any(two => ContentWords.IsSame(word, two))).Distinct()
            .Count(word => words.Any(said => ContentWords.IsSame(said, word)))
            + (MethodGroups.Calls(text, one) && !MethodGroups.Calls(text, other) ? Called : 0);
    }

    private static IReadOnlyList<string> Words(KnownNumber one) => ContentWords.Of($"{one.Number.Label} {one.Number.Id}");
}
