using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Evidence;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Changes;

/// <summary>
/// What became what, and by how much: both numbers must be of one measure of one run, in that order, and an amount must be theirs. Two
/// numbers that are measured each, and that no run compares, are left open.
/// </summary>
internal sealed partial class ChangeClaims(CvPassage passage, ComparedPair[] pairs, Func<ComparedPair, KnownNumber?> open)
{
    private const string Unpaired = "because no run compares the two on the same rows";

    /// <summary>The numbers as they were judged one by one, those of a change judged as such, and amounts that were words.</summary>
    /// <param name="passage">The sentence.</param>
    /// <param name="claims">Its numbers.</param>
    /// <param name="judged">What was said of them.</param>
    /// <param name="topics">Its words.</param>
    /// <param name="known">All measurements of the runs that it may speak of.</param>
    /// <param name="pages">The pages of runs.</param>
    public static IReadOnlyList<JudgedNumber> Judged(
        CvPassage passage, IReadOnlyList<WrittenNumber> claims, IReadOnlyList<JudgedNumber> judged, SentenceTopics topics,
        IReadOnlyList<KnownNumber> known, Pages pages)
    {
        SaidPair[] said = [.. SaidPair.In(passage.Text, claims)];
        SaidAmount[] amounts = [.. SaidAmount.In(passage.Text, claims)];
        if (said.Length == 0 && amounts.Length == 0) return judged;
        ChangeClaims change = new(
            passage, [.. ComparedPair.Of(known, pages, topics, passage.Text)], pair => OpenDifference.Of(pair, known, pages));
        List<JudgedNumber> all = [.. judged];
        List<(SaidPair Said, ComparedPair Pair)> shown = [];
        foreach (SaidPair pair in said)
        {
            if (change.Judge(pair, all) is { } one) shown.Add((pair, one));
        }

        foreach (SaidAmount amount in amounts)
        {
            // An amount stands before its numbers, or else behind them.
            ComparedPair? own = shown.OrderBy(one => one.Said.Start < amount.At).ThenBy(one => Math.Abs(one.Said.Start - amount.At))
                .Select(one => one.Pair).FirstOrDefault();
            change.Judge(amount, own, said.Any(one => one.IsChange), all, topics);
        }

        return all;
    }

    // The pair that says both numbers; null where none does.
    private ComparedPair? Judge(SaidPair said, List<JudgedNumber> all)
    {
        JudgedNumber? first = At(all, said.From), last = At(all, said.To);
        ComparedPair[] saying = [.. pairs.Where(one => Says(one.Before, said.From) && Says(one.After, said.To))];
        if (DirectionWords.Contradict(passage.Text, said) && saying is [var against, ..])
        {
            Reject(all, said.To, against.After, "it went the other way");
            return null;
        }

        if (saying.FirstOrDefault(one => !IsTurned(one, said) && !IsOfOther(one)) is { } shown)
        {
            Put(all, said.From, shown.Before);
            Put(all, said.To, shown.After);
            if (said.IsChange && open(shown) is { } none && !Tied().IsMatch(passage.Text))
            {
                Reject(all, said.To, none, "the difference has an interval that includes 0", CvVerdict.StrongerThanInterval);
            }

            return shown;
        }

        if (!said.IsChange) return null;
        if (saying is [var other, ..])
        {
            Reject(all, said.To, other.After, IsTurned(other, said)
                ? $"it is the other way round, {other.Before.Number.Id} is {other.Before.Number.ValueText}"
                : $"it is {other.After.Number.Label}");
        }
        else if (first is { Verdict: CvVerdict.Supported } && last is { Verdict: CvVerdict.Supported })
        {
            if (IsApart(first, last)) return null;
            Put(all, first with { Verdict = CvVerdict.NotJudged, Why = Unpaired });
            Put(all, last with { Verdict = CvVerdict.NotJudged, Why = Unpaired });
        }
        else if (Best(pairs.Where(one => Says(one.Before, said.From) && said.To.Fits(one.After.Number))) is { } near)
        {
            Reject(all, said.To, near.After, $"beside {near.Before.Number.ValueText} of {near.Before.Number.Id}");
        }
        else if (Best(pairs.Where(one => Says(one.After, said.To) && said.From.Fits(one.Before.Number))) is { } far)
        {
            Reject(all, said.From, far.Before, $"beside {far.After.Number.ValueText} of {far.After.Number.Id}");
        }

        return null;
    }

    private void Judge(SaidAmount said, ComparedPair? shown, bool isOfPair, List<JudgedNumber> all, SentenceTopics topics)
    {
        JudgedNumber? own = said.Number is { } number ? At(all, number) : null;
        // A difference of shares is one in percentage points: 0.95 of them are no 0.95 % of the rate before.
        bool isPoints = own is { Verdict: CvVerdict.Supported, Nearest: { Unit: "", Value: > -1 and < 1 } gain } && CvRules.IsGain(gain)
            && said.Number is { Unit: "%" };
        if (own is { Verdict: CvVerdict.Supported } && !isPoints) return;
        ComparedPair[] meant = shown is not null ? [shown] : isOfPair && own is null ? [] : [.. Named()];
        if (meant.FirstOrDefault(one => said.Is(one.Ratio)) is { } same)
        {
            Put(all, same.After.Supports(passage, said.Text, Told(same)) with { At = said.At });
        }
        else if (isPoints)
        {
            Put(all, own! with { Verdict = CvVerdict.NoRunSays, Why = "it is a difference in percentage points, and no part of the rate" });
        }
        else if (meant.MinBy(one => Math.Abs(one.Ratio - Math.Clamp(one.Ratio, said.Least, said.Most))) is { } near
            && (shown is not null || (Score(near) > 0 && (own is not null || topics.All.Any(one => !one.Topic.IsVague)))))
        {
            Put(all, new(passage, said.Text, CvVerdict.NoRunSays, near.After.Number, near.After.Folder, Told(near)) { At = said.At });
        }
        else if (own is null)
        {
            Put(all, new(passage, said.Text, CvVerdict.NotJudged, null, "", "because no run measures that ratio") { At = said.At });
        }
    }

    // Of those that a sentence may mean the ones that it names best: nothing flagged before, the chosen threshold after.
    private IEnumerable<ComparedPair> Named()
    {
        int best = pairs.Length == 0 ? 0 : pairs.Max(Score);
        return pairs.Where(one => Score(one) == best);
    }

    private ComparedPair? Best(IEnumerable<ComparedPair> among) => among.MaxBy(Score);

    private int Score(ComparedPair one) =>
        ComparedPair.Named(passage.Text, one.Before, one.After) + ComparedPair.Named(passage.Text, one.After, one.Before);

    private static bool Says(KnownNumber one, WrittenNumber claim) =>
        claim.Fits(one.Number) && (one.Says(claim) || (one.Number.Value is { } value && claim.Reads(value, one.Number)));

    // Who does it is what it became: resampling raised it from what it is without.
    private bool IsTurned(ComparedPair one, SaidPair said)
    {
        if (!said.IsChange) return false;
        string agent = Agent().Match(passage.Text[..said.Start]).Value;
        if (Replaced().Match(agent) is { Success: true } replaced) agent = agent[(replaced.Index + replaced.Length)..];
        agent = ComparedPair.WithTechniques(agent);
        if (IsInOrder(one.After, one.Before) || IsBaseline(one)) return true;
        return ComparedPair.Named(agent, one.Before, one.After) > 0 && ComparedPair.Named(agent, one.After, one.Before) == 0
            && !pairs.Any(other => other.Before == one.After && other.After == one.Before && other != one && IsSameNumber(other, one));
    }

    // Nobody lifts a number to that of flagging nothing without saying so.
    private bool IsBaseline(ComparedPair one) => Baseline().IsMatch(one.After.Number.Label)
        && ComparedPair.Named(passage.Text, one.After, one.Before) == 0;

    [GeneratedRegex(@"\b(?:nothing|everything|majority|baseline)\b")]
    private static partial Regex Baseline();

    // Centred is after, and never before.
    private static bool IsInOrder(KnownNumber one, KnownNumber other) =>
        one.Number.Id.Split('.')[^1] == "before" && other.Number.Id.Split('.')[^1] == "after";

    private static bool IsSameNumber(ComparedPair one, ComparedPair other) => one.Before.Number.Value == other.Before.Number.Value;

    // Weekly looks are not the daily ones that have the number.
    private bool IsOfOther(ComparedPair one) => pairs.Any(other => other.Before == one.Before && other.After != one.After
        && ComparedPair.Named(passage.Text, other.After, one.After) > 0 && ComparedPair.Named(passage.Text, one.After, other.After) == 0
        && ComparedPair.Named(passage.Text, other.After, one.Before) > 0);

    // So far apart that their intervals do not meet.
    private static bool IsApart(JudgedNumber first, JudgedNumber last) => first.Run == last.Run
        && first.Nearest is { } before && last.Nearest is { } after && !Comparable.Are(before.Id, after.Id)
        && (after.Low > before.High || after.High < before.Low);

    private static string Told(ComparedPair one) =>
        $"{one.Before.Number.Id} is {one.Before.Number.ValueText}, so that it is {NumberText.Brief(one.Ratio)} times that";

    // The last clause before the numbers, without what it is compared with.
    [GeneratedRegex(@"(?:^|(?<=[,;:]\s))(?:(?!\b(?i:from|against|than|without|instead|compared|versus)\b)[^,;:])*(?=[^,;:]*$)")]
    private static partial Regex Agent();

    // Replacing the one by the other: the other is what did it.
    [GeneratedRegex(@"\b(?i:replac\w+|swapp\w+|exchang\w+|switch\w+ from)\b[^,;:]*?\b(?i:by|with|for|to)\s")]
    private static partial Regex Replaced();

    [GeneratedRegex(@"\b(?i:no (?:clear|significant|real|measurable)|not (?:clear|significant)\w*|hardly|barely"
        + @"|within (?:the )?(?:noise|chance)|includes? (?:0|zero)|inconclusive)\b")]
    private static partial Regex Tied();

    private static JudgedNumber? At(List<JudgedNumber> all, WrittenNumber claim) => all.FirstOrDefault(one => one.At == claim.At);

    // What was refused stays refused.
    private void Put(List<JudgedNumber> all, WrittenNumber claim, KnownNumber known)
    {
        if (At(all, claim) is { Verdict: CvVerdict.StrongerThanInterval, Nearest: { } refused } && refused == known.Number) return;
        if (At(all, claim) is not { Verdict: CvVerdict.Supported }) Put(all, known.Supports(passage, claim.Text) with { At = claim.At });
    }

    private void Reject(
        List<JudgedNumber> all, WrittenNumber claim, KnownNumber known, string why, CvVerdict verdict = CvVerdict.NoRunSays) =>
        Put(all, new(passage, claim.Text, verdict, known.Number, known.Folder, why) { At = claim.At });

    private static void Put(List<JudgedNumber> all, JudgedNumber one)
    {
        int place = all.FindIndex(other => other.At == one.At);
        if (place >= 0) all[place] = one;
        else all.Add(one);
    }
}
