using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MlMaths.Torch.Runs;
using Measurement = MlMaths.Torch.Reporting.Measurement;

namespace MlMaths.Torch.Portfolio.Cv.Check.Evidence;

/// <summary>The numbers in the tables of a run's page: row × column, with the interval that stands with them.</summary>
internal static partial class PageTables
{
    /// <summary>Before the names of what stands on a page alone.</summary>
    public const string Id = "page: ";

    /// <summary>A longer text in a cell is no name of what its row measures.</summary>
    private const int LongestName = 60;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Those of a page; tables of measurements, which <c>results.json</c> has, are left out.</summary>
    /// <param name="run">Whose page it is.</param>
    /// <param name="page">Its Markdown.</param>
    /// <param name="isMetric">Whether a name is one of a metric.</param>
    public static IReadOnlyList<PageNumber> In(FinishedRun run, string page, Func<string, bool> isMetric) =>
    [
        .. Markdown.Parse(page, Pipeline).OfType<Table>().Index().SelectMany(one => Numbers(run, one.Index, Cells(one.Item), isMetric)),
    ];

    private static string[][] Cells(Table table) =>
        [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(Plain).ToArray())];

    private static string Plain(TableCell cell) => string.Concat(cell.Descendants().Select(one => one switch
    {
        LiteralInline literal => $"{literal.Content}",
        CodeInline code => code.Content,
        _ => "",
    })).Trim();

    private static IEnumerable<PageNumber> Numbers(FinishedRun run, int table, string[][] cells, Func<string, bool> isMetric)
    {
        if (cells is not [{ Length: > 1 } head, .. var rows] || head[0] == "Id") yield break;
        bool isTurned = rows.Length > 1 && !head[1..].Any(isMetric)
            && rows.Count(row => row.Length > 0 && isMetric(row[0])) > rows.Length / 2;
        foreach (string[] row in rows.Where(row => row.Length == head.Length))
        {
            Measurement?[] read = [.. row.Select(cell => Read(cell))];
            string name = string.Join(", ", row.Where((cell, i) => (i == 0 || read[i] is null) && cell.Length is > 0 and <= LongestName
                && !Range().IsMatch(cell)));
            for (int i = 1; i < row.Length; i++)
            {
                if (read[i] is not { Value: { } value } number) continue;
                if (number.Low is null && i + 1 < row.Length && head[i + 1].StartsWith("95 %", StringComparison.Ordinal)
                    && Range().Match(row[i + 1]) is { Success: true } range)
                {
                    number = number with { Low = Parsed(range, "low"), High = Parsed(range, "high"), Confidence = 0.95 };
                }

                (string measure, string variant) = isTurned ? (row[0], head[i]) : (head[i], name);
                double[] beside = [.. read.Where((one, place) => place != i).OfType<Measurement>().Select(one => one.Value!.Value)];
                yield return new(run, table, measure, variant, beside, number with
                {
                    Id = $"{Id}{measure}, {variant}",
                    Label = $"{measure}, {variant}",
                    How = "a table of its page",
                });
            }
        }
    }

    private static Measurement? Read(string cell)
    {
        if (Number().Match(cell) is not { Success: true } match) return null;
        bool hasRange = match.Groups["low"].Success;
        return new("", "", Parsed(match, "value"), hasRange ? Parsed(match, "low") : null, hasRange ? Parsed(match, "high") : null,
            hasRange ? 0.95 : null, match.Groups["unit"].Value.Trim(), "");
    }

    private static double Parsed(Match match, string group) => double.Parse(
        match.Groups[group].Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), NumberStyles.Float,
        CultureInfo.InvariantCulture);

    private const string Digits = @"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-−]?\d+)?";

    [GeneratedRegex($@"^(?<value>{Digits})\s*(?<unit>%|[A-Za-zµ][A-Za-zµ /]{{0,24}})?\s*"
        + $@"(?:\((?<low>{Digits})(?:\s*%)? to (?<high>{Digits})(?:\s*%)?\))?$")]
    private static partial Regex Number();

    [GeneratedRegex($@"^(?<low>{Digits})(?:\s*%)? to (?<high>{Digits})(?:\s*%)?$")]
    private static partial Regex Range();
}
