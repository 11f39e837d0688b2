using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Derived;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Portfolio.Cv.Check.Scope;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Numbers of rows and columns: 360 held-out images, trained on 341, with 30 features. They are judged as counts alone.</summary>
internal sealed partial class RowClaims(IReadOnlyList<(FinishedRun Run, RowCounts Rows)> runs)
{
    /// <summary>A smaller number may count anything: it is not rejected.</summary>
    private const int FewRows = 100;

    private const string Columns = "columns of its data";

    /// <summary>What is said of a number; null where it is no number of rows.</summary>
    /// <param name="passage">Its sentence.</param>
    /// <param name="claim">The number.</param>
    /// <param name="spoken">The runs that the sentence may speak of.</param>
    /// <param name="isOfModels">Whether the sentence names anything that runs measure: 150 students may be anybody's.</param>
    public JudgedNumber? Of(CvPassage passage, WrittenNumber claim, IReadOnlyList<FinishedRun> spoken, bool isOfModels)
    {
        (FinishedRun Run, RowCounts Rows)[] allowed =
            [.. runs.Where(one => one.Run.Data is not null && spoken.Contains(one.Run) && ProjectWords.Allow(passage, one.Run))];
        if (allowed.Length == 0) return null;
        if (claim.Whole is not null) return OfShare(passage, claim, allowed);
        if (!claim.IsPlainCount) return null;
        string behind = passage.Text[claim.End..], before = passage.Text[..claim.At], split = SaidRows.OfCount(passage.Text, claim);
        bool isOfRuns = isOfModels || split.Length > 0 || ProjectWords.Names(passage.Text)
            || allowed.Any(one => ProjectWords.IsNamed(passage.Text, one.Run));
        if (ColumnsBehind().IsMatch(behind))
        {
            JudgedNumber columns =
                Judged(passage, claim, allowed, one => [one.Run.Data!.Columns], isKnown: isOfRuns, Columns);
            return isOfRuns || columns.Verdict == CvVerdict.Supported ? columns : null;
        }

        bool isOfRows = RowsBehind().IsMatch(behind) || (isOfModels && SplitBehind().IsMatch(behind))
            || (split.Length > 0 && Placed().IsMatch(before) && !NounBehind().IsMatch(behind));
        if (split.Length > 0 && OfSome(passage, claim, split, allowed) is { } some) return some;
        JudgedNumber judged = Judged(
            passage, claim, allowed, one => [.. one.Rows.Meant(split), .. one.Rows.OfClasses()],
            isKnown: isOfRuns && claim.Value >= FewRows && allowed.Any(one => one.Rows.Splits.Count > 0 || split.Length == 0),
            "rows of its data");
        bool isJustThat = judged.Verdict == CvVerdict.Supported && claim is { Value: >= FewRows, Bound: WrittenBound.None };
        return (isOfRows && (isOfRuns || judged.Verdict == CvVerdict.Supported)) || isJustThat ? judged : null;
    }

    // 100 training rows of one measurement, as its record says how it was made.
    private static JudgedNumber? OfSome(
        CvPassage passage, WrittenNumber claim, string split, (FinishedRun Run, RowCounts Rows)[] allowed)
    {
        Regex some = new($@"(?<![\d.,]){Regex.Escape(NumberText.Count((long)claim.Value))} {Regex.Escape(split)} (?:rows|targets)\b");
        foreach ((FinishedRun run, _) in allowed)
        {
            if (run.Measurements.FirstOrDefault(one => some.IsMatch(one.How)) is { } measured)
                return KnownNumber.Supported(passage, claim, run, $"its record says {some.Match(measured.How).Value}");
        }

        return null;
    }

    // 110 of 442 patients: both are numbers of rows of one run.
    private static JudgedNumber? OfShare(CvPassage passage, WrittenNumber claim, (FinishedRun Run, RowCounts Rows)[] allowed)
    {
        double part = Math.Round(claim.Value * claim.Whole!.Value);
        foreach ((FinishedRun run, RowCounts rows) in allowed)
        {
            int[] counts = [.. rows.Meant(""), .. rows.OfClasses()];
            if (part != claim.Whole && counts.Contains((int)part) && rows.All.Contains((int)claim.Whole.Value))
                return KnownNumber.Supported(passage, claim, run, "rows of its data");
        }

        foreach ((FinishedRun run, RowCounts rows) in allowed)
        {
            // 245 of the 1,648 said yes: so many positive rows has that split, and no other number.
            if (run.Data!.Positive is { Length: > 2 } positive
                && Regex.IsMatch(passage.Text, $@"\b{Regex.Escape(positive)}\b", RegexOptions.IgnoreCase)
                && rows.Splits.FirstOrDefault(one => one.Value == (int)claim.Whole.Value) is { Key: { } split }
                && rows.Positives.TryGetValue(split, out int positives) && Math.Abs(part - positives) > 0.5)
            {
                return new(passage, claim.Text, CvVerdict.NoRunSays, null, KnownNumber.FolderOf(run),
                    $"{NumberText.Count(positives)} of its {NumberText.Count((int)claim.Whole.Value)} {split} rows are {positive}");
            }
        }

        return null;
    }

    private static JudgedNumber Judged(
        CvPassage passage, WrittenNumber claim, (FinishedRun Run, RowCounts Rows)[] allowed,
        Func<(FinishedRun Run, RowCounts Rows), IReadOnlyList<int>> counts, bool isKnown, string what)
    {
        foreach ((FinishedRun Run, RowCounts Rows) one in allowed)
        {
            if (counts(one).Any(count => IsSaid(claim, count)))
                return KnownNumber.Supported(passage, claim, one.Run, what);
        }

        (FinishedRun Run, RowCounts Rows)? first = allowed.Where(one => counts(one).Count > 0)
            .Select(one => ((FinishedRun, RowCounts)?)one).FirstOrDefault();
        return isKnown && first is { } own
            ? new(passage, claim.Text, CvVerdict.NoRunSays, null, KnownNumber.FolderOf(own.Run),
                what == Columns ? $"its data have {Counted.Of(own.Run.Data!.Columns, "column")}" : $"its rows: {Told(own.Run, own.Rows)}")
            : new(passage, claim.Text, CvVerdict.NotJudged, null, "", "because no run says how many of these it had");
    }

    private static string Told(FinishedRun run, RowCounts rows) => string.Join(", ",
    [
        .. rows.Splits.Select(one => $"{one.Key} {NumberText.Count(one.Value)}"),
        $"altogether {NumberText.Count(run.Data!.Rows)}",
    ]);

    private static bool IsSaid(WrittenNumber claim, int count) => claim.Bound switch
    {
        WrittenBound.None => Math.Abs(claim.Value - count) <= claim.Step / 2,
        WrittenBound.Over or WrittenBound.AtLeast => count >= claim.Value && count < claim.Value + Math.Max(claim.Step, 0.1 * claim.Value),
        WrittenBound.Under or WrittenBound.AtMost => count <= claim.Value && count > claim.Value - Math.Max(claim.Step, 0.1 * claim.Value),
        WrittenBound.JustOver => count >= claim.Value && count < claim.Value + Math.Max(claim.Step, 0.03 * claim.Value),
        WrittenBound.JustUnder => count <= claim.Value && count > claim.Value - Math.Max(claim.Step, 0.03 * claim.Value),
        _ => Math.Abs(claim.Value - count) < Math.Max(claim.Step, 0.03 * claim.Value),
    };

    private const string Rows = @"(?:rows?|patients?|people|persons?|women|men|customers?|users?|subjects?|participants?|students?|samples?"
        + @"|images?|pictures?|scans?|digits?|transactions?|payments?|examples?|cases?|records?|tumou?rs?|cancers?|biops(?:y|ies)|masses"
        + @"|observations?|instances?|data ?points?|points?|entries|measurements? rows?|wines?|flowers?|penguins?|houses?|calls?"
        + @"|documents?|messages?|e-?mails?|items?|malignant|benign|frauds?|fraudulent|positives?|negatives?|members?|clients?|guests?"
        + "|visitors?|households?|employees?|animals?|plants?|songs?|films?|accounts?|loans?|devices?|orders?|products?)";

    [GeneratedRegex($@"^\s*(?:(?!(?:among|of|in|on|from|with|for|per|and|or|at|to|by)\b)[A-Za-z-]+\s+){{0,3}}?(?i:{Rows})\b")]
    private static partial Regex RowsBehind();

    [GeneratedRegex(@"^\s*(?:[a-z-]+\s+){0,2}?(?i:columns?|features?|variables?|attributes?|predictors?|pixels?|measurements? each)\b")]
    private static partial Regex ColumnsBehind();

    // 64 test members, whatever these are.
    [GeneratedRegex(@"^\s+(?i:test|training|validation|held-out|unseen)\s+[a-z]+s\b(?<!courses|sessions|sets|runs|weeks|days|plans)")]
    private static partial Regex SplitBehind();

    [GeneratedRegex(@"\b(?i:on|over|from|with|across|for)(?:\s+(?:the|all|my|its))*\s+$")]
    private static partial Regex Placed();

    // A noun of its own, and no verb: 42 laptops, but 110 that were held out.
    [GeneratedRegex(@"^\s+(?!(?:that|which|were|was|and|or|in|of|with|by|for|to|held|unseen|new)\b)[a-z]+")]
    private static partial Regex NounBehind();
}
