using MlMaths.Torch.Portfolio.Cv.Check.Methods;
using MlMaths.Torch.Portfolio.Cv.Check.Promises;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>What a sentence has beside its numbers, and what stands beside each of them.</summary>
internal static class SentenceParts
{
    // A sentence of one number and one metric speaks of both.
    public static bool IsAlone(IReadOnlyList<WrittenNumber> claims, SentenceTopics topics) =>
        claims.Count(one => !one.IsPlainCount) == 1
        && topics.All.Select(one => one.Topic).Where(one => !one.IsVague).Distinct().Count() == 1;

    public static bool IsInBrackets(string text, WrittenNumber claim) =>
        text[..claim.At].TrimEnd().EndsWith('(') && text[claim.End..].StartsWith(')');

    // A loss has a sign, and three digits are no coincidence.
    public static bool IsExact(WrittenNumber claim) => claim.Value < 0 || Math.Abs(claim.Value) >= 100 * claim.Step;

    // What bears the name and does not decide: nothing is rejected by it.
    public static IReadOnlyList<KnownNumber> LookedAt(
        JudgedNumber judged, WrittenNumber claim, IReadOnlyList<KnownNumber> meant, IReadOnlyList<KnownNumber> known,
        SentenceTopics topics)
    {
        if (judged is not { Verdict: CvVerdict.NotJudged, Nearest: null }) return [];
        Topic[] named = [.. topics.All.Select(one => one.Topic).Where(one => !one.IsVague)];
        IEnumerable<KnownNumber> called = meant.Count > 0
            ? meant
            : known.Where(one => named.Any(topic => topic.Ids.IsMatch(one.Number.Id)));
        return [.. called.Where(one => claim.Fits(one.Number)).OrderBy(one => one.Distance(claim))];
    }

    // 0.95 percentage points [0.17, 1.74]: an interval has the unit of its number.
    public static WrittenNumber InUnitOf(
        WrittenNumber? before, WrittenNumber written, IReadOnlyList<(IReadOnlyList<KnownNumber> Known, Topic? Topic)> said)
    {
        if (written is not { High: not null, Unit: "" } || before is not { Unit: "%", High: null }) return written;
        WrittenNumber share = written with { Unit = "%" };
        return said.Any(one => one.Known.Any(number => number.Says(share))) ? share : written;
    }

    /// <summary>The last of some measurements that has an interval to hold another one against; null where none has.</summary>
    public static (IReadOnlyList<KnownNumber> Known, Topic? Topic)? Measured(
        List<(IReadOnlyList<KnownNumber> Known, Topic? Topic)> said, WrittenNumber claim) =>
        said.FindLastIndex(one => one.Known.Any(number => HasInterval(number, claim))) is >= 0 and var at ? said[at] : null;

    private static bool HasInterval(KnownNumber one, WrittenNumber claim) => one.Number.Low is not null && claim.Fits(one.Number);

    public static IEnumerable<JudgedNumber> Words(
        CvPassage passage, SentenceTopics topics, IReadOnlyList<KnownNumber> known, IReadOnlyList<JudgedNumber> numbers,
        IReadOnlyList<WrittenNumber> claims)
    {
        if (OrderOfTwo.Shown(passage, claims, numbers) is { } shown) yield return shown;
        else if (ComparedMethods.In(passage, topics, known) is { } compared) yield return compared;
        else if (BaselineClaims.In(passage, topics, known) is { } beaten) yield return beaten;
        else if (Boasts.Comparison(passage, topics, numbers) is { } open) yield return open;
        if (Boasts.Superlative(passage, topics, numbers) is { } boast) yield return boast;
        if (Perfection.In(passage, topics, known) is { } perfect) yield return perfect;
        if (Significance.In(passage, topics, known, numbers) is { } significant) yield return significant;
        foreach (JudgedNumber one in Overclaims.In(passage, topics, known)) yield return one;
    }
}
