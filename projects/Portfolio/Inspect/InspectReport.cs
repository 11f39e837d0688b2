using MlMaths.Torch.Data;
using MlMaths.Torch.Portfolio.Inspect.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>What the page says of a file, and what the terminal does.</summary>
internal static class InspectReport
{
    public static ProjectResult Of(InspectFindings findings)
    {
        Measurements measurements = Measured(findings);
        RawTable table = findings.Overview.Table;
        var report = new Report(
            "A first look at the file",
            MarkdownText.Of(
                $"*{findings.Overview.Rows.Name}* has {Counted.Rows(table.RowCount)} and "
                + $"{Counted.Of(findings.Overview.Columns.Count, "column")}. {Remarks(findings)} No model was trained."),
            [
                ColumnsSection.Of(findings), RemarksSection.Of(findings).Open(), TargetSection.Of(findings).Open(),
                CommandsSection.Of(findings).Open(),
            ]);
        return new ProjectResult(report, measurements, new CvLines())
        {
            Headline = ["rows", "columns", "missing"],
            Spoken = [.. ColumnLines.Of(findings.Overview), .. RemarkBlock(findings), .. CommandLines(findings)],
            Documents = [new ResultDocument("inspection.json", Document(findings))],
        };
    }

    private static string Remarks(InspectFindings findings)
    {
        int remarks = RemarkLines.Of(findings).Count;
        return remarks == 0 ? "Nothing in it looks odd." : $"{Counted.Of(remarks, "thing")} in it should be looked at.";
    }

    private static Measurements Measured(InspectFindings findings)
    {
        RawTable table = findings.Overview.Table;
        var measurements = new Measurements();
        foreach ((string id, string label, int count, string how) in new[]
        {
            ("rows", "Rows", table.RowCount, "counted"), ("columns", "Columns", findings.Overview.Columns.Count, "counted"),
            ("copies", "Rows that equal an earlier one", findings.Overview.Copied.Copies,
                "equal in every column but a likely target and those that name or number rows"),
            ("missing", "Cells without a value", findings.MissingCells,
                $"of {NumberText.Count((long)table.RowCount * findings.Overview.Columns.Count)} cells"),
        })
        {
            measurements.Add(id, label, count, "", how);
        }

        return measurements;
    }

    private static IEnumerable<string> RemarkBlock(InspectFindings findings) =>
        RemarkLines.Of(findings) is { Count: > 0 } lines ? ["", .. lines] : [];

    private static IEnumerable<string> CommandLines(InspectFindings findings) => findings.Commands.Count == 0
        ? ["", $"No program fits the file as it stands: {findings.WhyNoCommand}.", ""]
        :
        [
            "", "Ready to copy:", .. findings.Commands.Select(command => $"  {command.Line}"),
            .. findings.AskedMissing is { } values
                ? [$"If what was asked about means “missing”, with each of them: --missing-value {Quoted.Typed(values)}"]
                : (string[])[],
            "",
        ];

    private static object Document(InspectFindings findings) => new
    {
        Rows = findings.Overview.Table.RowCount,
        Reading = findings.Overview.Table.Notes.Select(note => note.Sentence).ToArray(),
        Copies = findings.Overview.Copied.Copies,
        CopiesByChance = findings.Overview.Copied.ByChance,
        Target = findings.Target?.Rows.TargetName,
        Groups = findings.Overview.Groups.Where(group => group.IsWhole).Select(group => group.Plan.Column.Name).ToArray(),
        GivesTargetAway = findings.Leaks.Select(leak => new { leak.Status, leak.Formula, leak.Evidence.Reason }).ToArray(),
        Columns = findings.Overview.Columns.Select(column => new
        {
            column.Name,
            TakenAs = column.Plan.Kind,
            column.Plan.Action,
            column.Plan.Column.Missing,
            Different = column.HasMore ? (int?)null : column.Different,
            column.Values,
            column.Plan.Reason,
            Suspects = column.Plan.Suspects.Select(suspect => new { suspect.Value, suspect.Rows, suspect.Why }).ToArray(),
        }).ToArray(),
        Commands = findings.Commands.Select(command => command.Line).ToArray(),
    };
}
