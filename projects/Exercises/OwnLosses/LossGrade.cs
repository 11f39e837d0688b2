using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Checking;

namespace MlMaths.Torch.Exercises.OwnLosses;

/// <summary>One parameter beside autograd and differences, by the labels that <c>calculus</c> has for each coordinate.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Says">What was found, in a sentence.</param>
/// <param name="Labels">How many coordinates have each label.</param>
internal sealed record ComparedParameter(string Name, string Says, IReadOnlyDictionary<string, int> Labels)
{
    public static ComparedParameter Of(CheckedParameter parameter) => new(
        parameter.Parameter, parameter.Sentence,
        Enum.GetValues<CoordinateLabel>().ToDictionary(LabelOf, parameter.Count));

    private static string LabelOf(CoordinateLabel label) => label.ToString().ToLowerInvariant();
}

/// <summary>A gradient of a learner's own loss, graded.</summary>
/// <param name="Grade">The verdicts, as those on a derivation of the catalogue.</param>
/// <param name="ComparedAt">The sizes at which numbers were compared one by one.</param>
/// <param name="Compared">What that found.</param>
/// <param name="Steps">The loss as the tutor follows it; empty where it cannot.</param>
/// <param name="Remarks">What is to be known about the grading.</param>
internal sealed record LossGrade(
    DerivationGrade Grade, string ComparedAt, IReadOnlyList<ComparedParameter> Compared, IReadOnlyList<string> Steps,
    IReadOnlyList<string> Remarks)
{
    public static LossGrade Of(OwnLossSheet sheet) => new(
        DerivationGrade.Of(sheet.Sheet), sheet.ComparedAt, [.. sheet.Compared.Select(ComparedParameter.Of)], sheet.Steps, sheet.Remarks);
}
