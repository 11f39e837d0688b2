using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Diagnosis;

/// <summary>How often <see cref="ClusterVerdict"/> was right on tables of one kind, whose truth is known.</summary>
/// <param name="Table">
/// <c>clouds</c>: rows without clusters; <c>planted</c>: clusters to be counted; <c>batches</c>: known batches; <c>sizes</c>:
/// small and large tables, where it shows what the verdict needs.
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

    /// <summary>1 − Right / Total: of clouds, how often clusters were seen where none are.</summary>
    public Interval WrongShare => ClopperPearsonInterval.Of(Total - Right, Total);
}
