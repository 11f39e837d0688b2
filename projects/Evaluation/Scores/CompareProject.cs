using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Which of two or more models is better on the same rows, said in one sentence.</summary>
internal sealed class CompareProject : IAnswersAsJson<CompareOptions>
{
    public string Name => "compare";

    public string Verb => "compare";

    public bool ReadsData => false;

    public string Title => "Which of two models is better, on the same rows";

    public TableScale? Scale { get; } =
        new(MaxRows: 10_000_000, MeasuredRows: 5_000_000, Seconds: 8, Gigabytes: 0.7) { MeasuredColumns = 3 };

    public string Description =>
        "Reads the scores of two or more models for the same rows and says whether one is better, "
        + "in a sentence that claims no more than its interval allows.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("--scores predictions.csv --target label --score old,new", "by the ROC area, with DeLong's paired interval"),
        new("--scores predictions.csv --target label --score old,new --metric log_loss --rope 0.005",
            "by log loss; you choose which difference would not matter"),
        new("--scores predictions.csv --target label --score a,b,c --only split=test --json",
            "three models, test rows alone, for a program"),
        new("--scores predictions.csv --target label --score old,new --group patient", "visits of one patient count together"),
    ];

    public IReadOnlyList<ProjectOption> Options => CompareOptions.All;

    public CompareOptions Checked(ParsedOptions parsed) => CompareOptions.Checked(parsed);

    public PreparedRun Prepare(CompareOptions options, RunContext context)
    {
        ScoreTable table = context.Stage(
            "Reading scores", 1, stage => ScoreFile.Read(options.Scores.File, options.Scores.Columns, stage.AdvanceTo));
        ComparedScores compared = context.Stage("Comparing", () => ComparedScores.Of(table, options));
        var data = new DataDescription(
            table.Name, table.Rows, table.Scores.Count, table.Columns.Target, compared.Main.First.Positive, table.Provenance.Sha256);
        return new(data, "cpu", _ => CompareReport.Of(compared));
    }

    public Measurements Measure(CompareOptions options) =>
        CompareMeasurements.Of(ComparedScores.Of(ScoreFile.Read(options.Scores.File, options.Scores.Columns), options));
}
