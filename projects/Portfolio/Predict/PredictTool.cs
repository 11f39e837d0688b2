using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Predict;

/// <summary><c>predict</c>: the model of a run, on rows of another file.</summary>
internal sealed class PredictTool : ITool
{
    private static readonly ProjectOption<string?> RunOption = ProjectOption.Required(
        "--run", "RUN_FOLDER", "The folder of a completed run of logistic, regression, net or decision.");

    private static readonly ProjectOption<string?> DataOption = ProjectOption.Required(
        "--data", "NEW.csv", "Rows to score: a file with the columns that the model was trained with; the target may lack.");

    private static readonly ProjectOption<string?> OutOption = ProjectOption.Text(
        "--out", "SCORES.csv", "scores.csv", "The file to write; one of that name is replaced.");

    public string Verb => "predict";

    public string Title => "Scores rows of a new file with the model of a run";

    public string Description =>
        "Takes the model and the preparation from a run folder and scores the rows of another file. Levels, medians and scales are those "
        + "of the training rows: nothing is learnt from the new rows. Levels that training never saw, and cells that had to be filled, "
        + "are counted and said.";

    public string Words => "";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("--run runs/20260102-030405-logistic-regression-7 --data new.csv --out scores.csv", "a probability for each row"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } = [RunOption, DataOption, OutOption, .. CommonOptions.OfTables];

    public bool Answer(ToolContext context)
    {
        string run = Required(context, RunOption, "which run has the model"), file = Required(context, DataOption, "which file has the "
            + "rows");
        string scores = context.Of(OutOption) ?? "scores.csv";
        if (Path.GetFullPath(file) == Path.GetFullPath(scores))
        {
            throw new UserMistakeException($"--out and --data both name {Quoted.Path(scores)}: scores never replace the rows they come "
                + $"from.");
        }
        StoredRun stored = StoredRun.Open(run);
        var model = StoredModel.Of(stored);
        Dataset rows = CsvDataset.Read(
            file, new ColumnRoles { TargetMayLack = true, IsOverview = true }, context.Options.Common.Table);
        ScoredFile scored = ScoredFile.Of(stored, model, rows);
        ScoresFile.Write(scores, scored.Headers, scored.Rows);
        foreach (string line in scored.Remarks)
            context.Say(line);
        context.Say($"{Counted.Rows(rows.Rows)} scored by {stored.Project}: {Quoted.Path(scores)}.");
        return true;
    }

    private static string Required(ToolContext context, ProjectOption<string?> option, string what) => context.Of(option)
        ?? throw new UserMistakeException(
            $"{option.Name} is missing: say {what}, as in --run runs/20260102-030405-logistic-regression-7 --data new.csv --out "
                + $"scores.csv.");
}
