using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Evaluation;
using MlMaths.Torch.Portfolio.Leakage;

namespace MlMaths.Torch.Portfolio;

/// <summary>What this program can do.</summary>
internal static class PortfolioProgram
{
    public const string Folder = "projects/Portfolio";

    public static CommandSet Commands { get; } = new(
        "mlmaths: tools that outlive the six weeks", Folder,
        [
            CommandVerb.Of(new EvaluationProject()),
            CommandVerb.Of(new LeakageProject()),
        ]);
}
