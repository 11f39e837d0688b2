using MlMaths.Torch.EvaluationPack.Leakage;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>Everything that the pack found, in the order in which it was found.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Data">The rows and their parts.</param>
/// <param name="Models">Scored, in the order in which they were asked for.</param>
/// <param name="Comparison">All pairs of them.</param>
/// <param name="Tuning">What choosing costs; null where logistic regression is not among the models.</param>
/// <param name="SplitLuck">The luck of the split.</param>
/// <param name="SampleSize">Scatter against the rows that a metric is measured on.</param>
/// <param name="Leakage">What leaks in these rows, and what leaks do where the truth is known.</param>
/// <param name="Learning">Scores against the rows that a model learns from.</param>
internal sealed record EvaluationFindings(
    EvaluationOptions Options, EvaluationData Data, IReadOnlyList<ModelScores> Models, ComparisonFindings Comparison,
    TuningFindings? Tuning,
    SplitLuckFindings SplitLuck, SampleSizeFindings SampleSize, LeakageFindings Leakage, LearningFindings Learning)
{
    public ModelScores First => Models[0];
}
