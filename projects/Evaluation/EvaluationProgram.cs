using MlMaths.Torch.Cli;
using MlMaths.Torch.EvaluationPack.Distributions;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.EvaluationPack.Leakage;
using MlMaths.Torch.EvaluationPack.Regression;
using MlMaths.Torch.EvaluationPack.Scores;

namespace MlMaths.Torch.EvaluationPack;

/// <summary>What this program can do.</summary>
internal static class EvaluationProgram
{
    public static CommandGroup Group { get; } = new(
        "Is this score real?",
        [
            CommandVerb.Of(new EvaluationProject()),
            CommandVerb.Of(new LeakageProject()),
            CommandVerb.Of(new MetricsProject()),
            CommandVerb.Of(new CompareProject()),
            CommandVerb.Of(new RegressionProject()),
            CommandVerb.Of(new DistributionsProject()),
        ]);

    public static CommandSet Commands { get; } = new("Evaluation: is this score real?", [Group]);
}
