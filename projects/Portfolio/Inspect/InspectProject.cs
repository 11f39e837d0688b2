using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary><c>inspect</c>: the first look at a file, without a model and without libtorch.</summary>
internal sealed class InspectProject : IProject<InspectOptions>
{
    public string Name => "inspect";

    public string Verb => "inspect";

    public string Words => "FILE.csv";

    public bool ReadsData => false;

    public string Title => "The first look at a file: what is in it, and what to run next";

    public TableScale? Scale { get; } = new(MaxRows: 5_000_000, MeasuredRows: 1_000_000, Seconds: 5,
        Gigabytes: 0.7)
    { MeasuredColumns = 20 };

    public string Description =>
        "Shows every column as it will be taken, with its values, what is missing, and what looks wrong: numbers that may mean “missing”, "
        + "row numbers, equal rows, columns that give the target away. Then prints a command for each program that fits. "
        + "No model is trained.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("mine.csv", "your own file"),
        new("mine.csv --target churned", "the same, and what gives that column away"),
        new("penguins", "an embedded set, as it was found"),
    ];

    public IReadOnlyList<ProjectOption> Options => InspectOptions.All;

    public InspectOptions Checked(ParsedOptions parsed) => InspectOptions.Checked(parsed);

    public PreparedRun Prepare(InspectOptions options, RunContext context)
    {
        Dataset rows = context.ReadOverview(options.File);
        InspectFindings findings = InspectFindings.Of(rows, options, context.CommandForTable);
        var data = new DataDescription(rows.Name, rows.Raw!.Table.RowCount, findings.Overview.Columns.Count,
            findings.Target?.Rows.TargetName, null, rows.Sha256);
        return new(data, "cpu", _ => InspectReport.Of(findings));
    }
}
