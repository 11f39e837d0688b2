namespace MlMaths.Torch.Calculus;

/// <summary>A learner's gradient of a loss of their own, graded.</summary>
/// <param name="Sheet">A verdict on each parameter.</param>
/// <param name="Compared">
/// Each parameter beside autograd and differences, at the point with the most numbers; none where the answer cannot be compared number
/// by number.
/// </param>
/// <param name="ComparedAt">The sizes at that point.</param>
/// <param name="Steps">The steps that the loss was followed by, inputs left out; none where it could not be.</param>
/// <param name="Remarks">What the reader has to know about the grading itself, a sentence each.</param>
public sealed record OwnLossSheet(
    GradeSheet Sheet, IReadOnlyList<CheckedParameter> Compared, string ComparedAt, IReadOnlyList<string> Steps,
    IReadOnlyList<string> Remarks);
