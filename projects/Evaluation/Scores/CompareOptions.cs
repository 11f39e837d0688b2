using MlMaths.Torch.Cli;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What may be asked about two or more models that scored the same rows.</summary>
/// <param name="Scores">Which file, and which columns.</param>
/// <param name="Metric">By which they are compared.</param>
/// <param name="Rope">A difference no larger would change no decision.</param>
internal sealed record CompareOptions(ScoresOptions Scores, MetricWords Metric, double Rope)
{
    private static readonly ProjectOption<string?> MetricOption = ProjectOption.Text(
        "--metric", "NAME", "roc_auc", $"The metric to compare models by: {MetricWords.Names}.");

    private static readonly ProjectOption<double?> RopeOption = ProjectOption.OptionalNumber(
        "--rope", "0.01", "A difference up to this size would change no decision: the region of practical equivalence.",
        example: 0.01, from: 0, to: 10);

    public static IReadOnlyList<ProjectOption> All { get; } = [.. ScoresOptions.All, MetricOption, RopeOption];

    public static CompareOptions Checked(ParsedOptions parsed)
    {
        var scores = ScoresOptions.Checked(parsed);
        return scores.Columns.Scores.Count >= 2
            ? new(scores, MetricWords.Named(parsed.Of(MetricOption)), parsed.Of(RopeOption) ?? 0.01)
            : throw new UserMistakeException(
                "--score names one column, and a comparison needs two or more: for instance --score first,second.");
    }
}
