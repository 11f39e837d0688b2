using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What a check looks for, what it came to, and what to do, in words.</summary>
/// <param name="Name">Of the check: <c>equal rows on both sides</c>.</param>
/// <param name="Result">In a word or two, with a count.</param>
/// <param name="Sentence">What was found or not, with counts and the first rows.</param>
/// <param name="Advice">What to do; empty where there is nothing to do.</param>
internal sealed record CheckWords(string Name, string Result, MarkdownText Sentence, MarkdownText Advice)
{
    private const int FirstRows = 5, FirstColumns = 5;

    /// <summary>The words for one finding.</summary>
    public static CheckWords Of(LeakageChecks checks, LeakageFinding finding)
    {
        (MarkdownText sentence, MarkdownText advice) = finding.Status switch
        {
            LeakageStatus.NotChecked => (MarkdownText.Of($"Not checked: {finding.WhyNot}."), WhenNotChecked(finding.Kind)),
            LeakageStatus.Passed => (Passed(checks, finding.Kind), MarkdownText.Empty),
            _ => finding.Kind switch
            {
                LeakageKind.Duplicates or LeakageKind.NearDuplicates or LeakageKind.Groups or LeakageKind.Future =>
                    RowWords.Of(checks, finding),
                _ => ColumnWords.Of(checks, finding),
            },
        };
        return new(NameOf(finding.Kind), ResultOf(finding), sentence, advice);
    }

    /// <summary>What a check looks for, in a few words.</summary>
    public static string NameOf(LeakageKind kind) => kind switch
    {
        LeakageKind.Duplicates => "equal rows on both sides",
        LeakageKind.NearDuplicates => "nearly equal rows on both sides",
        LeakageKind.Groups => "a group on both sides",
        LeakageKind.Future => "the future in the past",
        LeakageKind.Disguise => "the target in disguise",
        LeakageKind.RowNumber => "a row number",
        LeakageKind.GroupLike => "a group that was not named",
        LeakageKind.Constant => "columns with one value",
    };

    /// <summary>The first few, 0-based as in predictions.csv: <c>4, 17, 20 and 9 more</c>.</summary>
    public static string Rows(IReadOnlyList<int> rows)
    {
        int[] distinct = [.. rows.Distinct().Order()];
        string first = string.Join(", ", distinct.Take(FirstRows));
        return distinct.Length <= FirstRows ? first : $"{first} and {distinct.Length - FirstRows} more";
    }

    /// <summary>Names of columns, quoted: data, to be escaped where it is shown.</summary>
    public static string Columns(LeakageChecks checks, IReadOnlyList<int> columns) =>
        Quoted.List([.. columns.Select(column => checks.Target.Dataset.ColumnNames[column])], FirstColumns);

    /// <summary>A number and its noun.</summary>
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    private static string ResultOf(LeakageFinding finding)
    {
        string count = finding.Columns.Count > 0
            ? Count(finding.Columns.Count, "column", "columns")
            : Count(finding.Rows.Distinct().Count(), "row", "rows");
        return finding.Status switch
        {
            LeakageStatus.Passed => "passed",
            LeakageStatus.Hint => $"look: {count}",
            LeakageStatus.Found => $"found: {count}",
            LeakageStatus.NotChecked => "not checked",
        };
    }

    private static MarkdownText WhenNotChecked(LeakageKind kind) => kind switch
    {
        LeakageKind.Groups => MarkdownText.Of(
            $"If several rows come from one patient, customer or machine, name that column: `--group COLUMN`."),
        LeakageKind.Future => MarkdownText.Of($"If the rows have an order in time, name that column: `--time COLUMN`."),
        _ => MarkdownText.Empty,
    };

    private static MarkdownText Passed(LeakageChecks checks, LeakageKind kind) => kind switch
    {
        LeakageKind.Duplicates => checks.Twins.Surplus == 0
            ? MarkdownText.Of($"No two rows are equal.")
            : MarkdownText.Of(
                $"No test row equals a training row; "
                + $"{Count(checks.Twins.Surplus, "row equal to another stays", "rows equal to another stay")} "
                + $"on its own side."),
        LeakageKind.NearDuplicates => MarkdownText.Of(
            $"No test row lies within {checks.NearTwins.Reach} deviations per column of a training row: closer "
            + $"than that, chance gives at most one pair in {1 / NearTwins.ByChance:0} such tables{Sampled(checks)}."),
        LeakageKind.Groups => MarkdownText.Of($"Every group is entirely in training or entirely in test."),
        LeakageKind.Future => MarkdownText.Of($"Every training row is older than every row it is tested on."),
        LeakageKind.Disguise => MarkdownText.Of(
            $"No column alone has a ROC area of {TargetInDisguise.Suspicious} or more over the training rows."),
        LeakageKind.RowNumber => MarkdownText.Of($"No column is a row number."),
        LeakageKind.GroupLike => MarkdownText.Of($"No column groups rows that are alike in everything else."),
        LeakageKind.Constant => MarkdownText.Of($"Every column has at least two values."),
    };

    /// <summary>A clause where only some rows were looked at; else nothing.</summary>
    public static string Sampled(LeakageChecks checks)
    {
        int distinct = checks.Target.Dataset.Rows - checks.Twins.Surplus;
        return checks.NearTwins.Looked < distinct
            ? $" (searched around {checks.NearTwins.Looked:#,0} of {distinct:#,0} rows, evenly spread)"
            : "";
    }
}
