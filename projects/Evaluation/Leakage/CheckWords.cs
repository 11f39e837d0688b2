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
        LeakageKind.Function => "the target as a function of a column",
        LeakageKind.Combination => "the target as a function of several",
        LeakageKind.Disguise => "a column that is too good",
        LeakageKind.RowNumber => "a number of the row",
        LeakageKind.GroupLike => "a group that nobody named",
        LeakageKind.Constant => "columns with one value",
    };

    /// <summary>What rows are named by: their line in a file, or their number, from 0, in a set of our own.</summary>
    public static string Counting(LeakageChecks checks) => checks.Target.Dataset.Raw is null
        ? "Rows are numbered from 0: the first below the header is row 0."
        : "Rows are named by their line in the file, as an editor shows it; the column row of predictions.csv counts them from 0.";

    /// <summary>A row as <see cref="Counting"/> says.</summary>
    public static int Place(LeakageChecks checks, int row) =>
        checks.Target.Dataset.Raw is { } raw ? raw.Table.LineOf(raw.Rows[row]) : row;

    /// <summary>The noun for it: <c>row</c> or <c>line</c>.</summary>
    public static string Noun(LeakageChecks checks) => checks.Target.Dataset.Raw is null ? "row" : "line";

    /// <summary>The first few: <c>rows 4, 17, 20 and 9 more</c>.</summary>
    public static string Rows(LeakageChecks checks, IReadOnlyList<int> rows)
    {
        bool isNumbered = checks.Target.Dataset.Raw is null;
        int[] distinct = [.. rows.Distinct().Order().Select(row => Place(checks, row))];
        string first = string.Join(", ", distinct.Take(FirstRows).Select(row => isNumbered ? NumberText.Count(row) : $"{row}"));
        string noun = Counted.Noun(distinct.Length, Noun(checks));
        return distinct.Length <= FirstRows ? $"{noun} {first}" : $"{noun} {first} and {distinct.Length - FirstRows} more";
    }

    /// <summary>Names of columns, quoted: data, to be escaped where it is shown.</summary>
    public static string Columns(LeakageChecks checks, IReadOnlyList<int> columns) =>
        Quoted.List([.. columns.Select(column => checks.Target.Dataset.ColumnNames[column])], FirstColumns);

    private static string ResultOf(LeakageFinding finding)
    {
        string count = finding.Columns.Count > 0
            ? Counted.Of(finding.Columns.Count, "column", "columns")
            : Counted.Of(finding.Rows.Distinct().Count(), "row", "rows");
        return finding.Status switch
        {
            LeakageStatus.Passed => "passed",
            LeakageStatus.Hint => $"hint: {count}",
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
                + $"{Counted.Of(checks.Twins.Surplus, "row that equals another stays", "rows that equal another stay")} "
                + $"on its side."),
        LeakageKind.NearDuplicates when checks.NearTwins.Reach == 0 => MarkdownText.Of(
            $"On so few rows, or of so few values, chance brings rows together at any distance: no two are so near that chance "
            + $"would not explain it{Sampled(checks)}."),
        LeakageKind.NearDuplicates => MarkdownText.Of(
            $"No test row lies within {checks.NearTwins.Reach} deviations per column of a row that was seen: nearer "
            + $"than that, chance brings at most one pair in {1 / NearTwins.ByChance:0} such tables{Sampled(checks)}."),
        LeakageKind.Groups => MarkdownText.Of($"Every group is seen as a whole or judged as a whole."),
        LeakageKind.Future => MarkdownText.Of($"Every row that is seen is older than every row that is judged after it."),
        LeakageKind.Function => MarkdownText.Of(
            $"No column is a copy or a code of the target, none a sharp threshold of it, and none a mean of the target by level; other "
            + $"functions are not looked for."),
        LeakageKind.Combination => MarkdownText.Of(
            $"No weighted sum, difference, product, order of two columns or pair of codes gives the target on every row; "
            + $"limits of such sums are not looked for."),
        LeakageKind.Disguise => MarkdownText.Of(
            $"No column alone has a ROC area of {TargetInDisguise.Suspicious} or more over the training rows, "
            + $"and no strong one says as much as all others together."),
        LeakageKind.RowNumber => MarkdownText.Of($"No column numbers the rows."),
        LeakageKind.GroupLike => MarkdownText.Of($"No column's values bring rows together that are alike in everything else."),
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
