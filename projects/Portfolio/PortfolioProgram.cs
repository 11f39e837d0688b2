using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Distributions;
using MlMaths.Torch.Portfolio.Evaluation;
using MlMaths.Torch.Portfolio.Leakage;
using MlMaths.Torch.Portfolio.Regression;
using MlMaths.Torch.Portfolio.Scores;

namespace MlMaths.Torch.Portfolio;

/// <summary>What this program can do.</summary>
internal static class PortfolioProgram
{
    public const string Folder = "projects/Portfolio";

    public static CommandSet Commands { get; } = new(
        "mlmaths: is this score real?", Folder,
        [
            CommandVerb.Of(new EvaluationProject()),
            CommandVerb.Of(new LeakageProject()),
            CommandVerb.Of(new MetricsProject(), new MetricsJsonTool(), ScoresOptions.Json),
            CommandVerb.Of(new CompareProject(), new CompareJsonTool(), ScoresOptions.Json),
            CommandVerb.Of(new RegressionProject()),
            CommandVerb.Of(new DistributionsProject()),
        ]);
}
