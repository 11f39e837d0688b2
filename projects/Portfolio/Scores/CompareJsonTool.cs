using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Scores;

/// <summary><c>compare --json</c>: for programs that read what this one prints.</summary>
internal sealed class CompareJsonTool : ITool
{
    public string Verb => "compare";

    public string Folder => PortfolioProgram.Folder;

    public string Title => "Which of two models is better, as JSON";

    public string Description => "Prints the measurements and nothing else.";

    public string Words => "";

    public IReadOnlyList<CommandExample> Examples { get; } = [];

    public IReadOnlyList<ProjectOption> Options => CompareOptions.ForTool;

    public bool Answer(ToolContext context)
    {
        var options = CompareOptions.Checked(context.Options);
        ScoreTable table = ScoreFile.Read(options.Scores.File, options.Scores.Columns);
        context.Say(new ResultDocument("metrics.json", CompareMeasurements.Of(ComparedScores.Of(table, options)).ToArray()).ToJson().TrimEnd());
        return true;
    }
}
