using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Portfolio.Evaluation;

/// <summary>What may be asked of the evaluation pack.</summary>
internal sealed record EvaluationOptions(bool Quick)
{
    public static IReadOnlyList<ProjectOption> All { get; } = [];

    public static EvaluationOptions Checked(ParsedOptions parsed) => new(parsed.Common.Quick);
}
