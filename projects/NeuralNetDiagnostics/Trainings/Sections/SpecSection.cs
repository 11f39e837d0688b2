using System.Text.Json;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings.Sections;

/// <summary>The training, field by field.</summary>
internal static class SpecSection
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static Section Of(TrainFindings findings, Measurements measurements) => new(
        "What was trained?",
        [new CodeBlock(findings.Spec.Whole.ToJsonString(Indented), "json")],
        $"A net with {measurements["train.parameters"]:value} parameters on {measurements["train.rows"]:value} rows of "
        + $"*{findings.Data.Rows.Name}*; every field, with the defaults, stands below and in `spec.json`.");
}
