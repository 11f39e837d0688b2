using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Diagnosis;

/// <summary>How often <see cref="ClusterVerdict"/> was right on tables of one kind, whose truth is known.</summary>
/// <param name="Table">
/// <c>none</c>: rows without groups; <c>groups</c>: groups to be counted, in tables where a mixture that is told them keeps
/// them; both with <c>-untouched</c>: kinds that no rule was made with; <c>batches</c>: known batches.
/// </param>
/// <param name="Case">What was drawn.</param>
/// <param name="Detail">Rows, columns, seeds.</param>
/// <param name="Asked">What the verdict should have been.</param>
/// <param name="Right">Tables on which it was.</param>
/// <param name="Total">Tables.</param>
public sealed record ClusterVerdictRate(string Table, string Case, string Detail, string Asked, int Right, int Total)
{
    /// <summary>Right / Total.</summary>
    public Interval Share => ClopperPearsonInterval.Of(Right, Total);

    /// <summary>1 − Right / Total: of rows without groups, how often clusters were seen where none are.</summary>
    public Interval WrongShare => ClopperPearsonInterval.Of(Total - Right, Total);
}
