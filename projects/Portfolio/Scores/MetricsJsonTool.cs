using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Scores;

/// <summary><c>metrics --json</c>: for programs that read what this one prints.</summary>
internal sealed class MetricsJsonTool : ITool
{
    public string Verb => "metrics";

    public string Folder => PortfolioProgram.Folder;

    public string Title => "Every metric of predictions made anywhere, as JSON";

    public string Description => "Prints the measurements and nothing else.";

    public string Words => "";

    public IReadOnlyList<CommandExample> Examples { get; } = [];

    public IReadOnlyList<ProjectOption> Options => [.. ScoresOptions.ForTool];

    public bool Answer(ToolContext context)
    {
        var options = ScoresOptions.Checked(context.Options);
        ScoreTable table = ScoreFile.Read(options.File, options.Columns);
        Measurements measurements = options.Columns.Scores.Count == 1
            ? ScoresMeasurements.Of(BinaryScores.Of(table, options.Columns.Scores[0], table.Scores[0], options))
            : ScoresMeasurements.Of(ClassScores.Of(table, options));
        context.Say(new ResultDocument("metrics.json", measurements.ToArray()).ToJson().TrimEnd());
        return true;
    }
}
