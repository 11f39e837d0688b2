using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What was found about rows, and what to do.</summary>
internal static class RowWords
{
    /// <summary>Of a check that found rows.</summary>
    public static (MarkdownText Sentence, MarkdownText Advice) Of(LeakageChecks checks, LeakageFinding finding) => finding.Kind switch
    {
        LeakageKind.Duplicates => Duplicates(checks, finding),
        LeakageKind.NearDuplicates => NearDuplicates(checks, finding),
        LeakageKind.Groups => Groups(checks, finding),
        _ => Future(checks, finding),
    };

    private static (MarkdownText, MarkdownText) Duplicates(LeakageChecks checks, LeakageFinding finding)
    {
        CutRow first = checks.CutTwins[0];
        TwinRows twins = checks.Twins;
        MarkdownText chance = finding.Status == LeakageStatus.Hint
            ? MarkdownText.Of(
                $" Chance may explain it, as the columns hold few values: "
                + $"{Counted.Of(twins.Surplus, "row of the table equals", "rows of the table equal")} an earlier one, "
                + $"and {twins.SurplusByChance:0.##} would if every column were shuffled by itself, "
                + $"which breaks up copies, but also values that belong together; counted beside rows that differ in one column "
                + $"alone, so many come by chance with {PValueText.Equation(twins.PValue)}.")
            : MarkdownText.Empty;
        return (
            MarkdownText.Of(
                $"{Counted.Of(checks.CutTwins.Count, "judged row equals", "judged rows equal")} a row that was "
                + $"seen before, {Labels(checks, checks.CutTwins)}: {CheckWords.Rows(checks, finding.Rows)}. "
                + $"For instance {CheckWords.Noun(checks)} {CheckWords.Place(checks, first.Row)} is {CheckWords.Noun(checks)} "
                + $"{CheckWords.Place(checks, first.SeenRow)} again ({first.Turn}).{chance}"),
            finding.Status == LeakageStatus.Hint
                ? MarkdownText.Of(
                    $"If equal rows are different cases that happen to agree, leave them; "
                    + $"if they are copies, keep one of each.")
                : MarkdownText.Of(
                    $"Keep one of each; or, where copies must stay, "
                    + $"give them a common name in a column and keep them together with `--group`."));
    }

    private static (MarkdownText, MarkdownText) NearDuplicates(LeakageChecks checks, LeakageFinding finding)
    {
        CutRow first = checks.CutNearTwins[0];
        return (
            MarkdownText.Of(
                $"{Counted.Of(checks.CutNearTwins.Count, "judged row lies", "judged rows lie")} within "
                + $"{checks.NearTwins.Reach} deviations per column of a training row, "
                + $"{Labels(checks, checks.CutNearTwins)}: {CheckWords.Rows(checks, finding.Rows)}. "
                + $"For instance {CheckWords.Noun(checks)} {CheckWords.Place(checks, first.Row)} is nearly {CheckWords.Noun(checks)} "
                + $"{CheckWords.Place(checks, first.SeenRow)} ({first.Turn}). Chance gives at most "
                + $"one such pair in {1 / NearTwins.ByChance:0} tables like this{CheckWords.Sampled(checks)}."),
            MarkdownText.Of(
                $"Look at the pairs: the same thing measured twice, rounded or edited belongs on one side; "
                + $"two things that happen to be alike may stay."));
    }

    private static (MarkdownText, MarkdownText) Groups(LeakageChecks checks, LeakageFinding finding)
    {
        GroupColumn groups = checks.Target.Dataset.Group!;
        CutRow first = checks.CutGroups[0];
        int cut = checks.CutGroups.Select(row => groups.OfRow[row.Row]).Distinct().Count();
        return (
            MarkdownText.Of(
                $"{Counted.Of(cut, "group", "groups")} of {groups.OfRow.Distinct().Count()} in "
                + $"{Quoted.Value(groups.Name)} {(cut == 1 ? "is" : "are")} on both sides, "
                + $"with {Counted.Of(checks.CutGroups.Count, "judged row", "judged rows")}: "
                + $"{CheckWords.Rows(checks, finding.Rows)}. For instance {CheckWords.Noun(checks)} {CheckWords.Place(checks, first.Row)} "
                + $"is tested after {CheckWords.Noun(checks)} "
                + $"{CheckWords.Place(checks, first.SeenRow)} of the same group was trained on ({first.Turn})."),
            MarkdownText.Of(
                $"If the model will meet groups that it has never seen, assign whole groups to the parts (folds by "
                + $"group); if it will meet the same ones again, this is no leak."));
    }

    private static (MarkdownText, MarkdownText) Future(LeakageChecks checks, LeakageFinding finding)
    {
        CutRow first = checks.Future[0];
        return (
            MarkdownText.Of(
                $"{Counted.Of(checks.Future.Count, "row is", "rows are")} seen in at least one turn though no "
                + $"older than a row that is judged then: {CheckWords.Rows(checks, finding.Rows)}. "
                + $"For instance {CheckWords.Noun(checks)} {CheckWords.Place(checks, first.SeenRow)} is trained on before "
                + $"{CheckWords.Noun(checks)} {CheckWords.Place(checks, first.Row)} is tested ({first.Turn})."),
            MarkdownText.Of(
                $"If the model will be used on rows that come later, let the past train and the future test; "
                + $"if it will be used on rows from the same weeks, this is no leak."));
    }

    private static MarkdownText Labels(LeakageChecks checks, IReadOnlyList<CutRow> rows)
    {
        int other = rows.Count(row => checks.Target.IsPositive[row.Row] != checks.Target.IsPositive[row.SeenRow]);
        return other switch
        {
            0 => MarkdownText.Of($"with the same label"),
            _ when other == rows.Count => MarkdownText.Of($"with another label"),
            _ => MarkdownText.Of($"{other} of them with another label"),
        };
    }
}
