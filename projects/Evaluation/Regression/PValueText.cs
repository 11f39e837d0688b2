using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>A p-value as a sentence or a table has it.</summary>
internal static class PValueText
{
    public static MarkdownText Of(double? p) => p switch
    {
        null => MarkdownText.Of($"not defined"),
        < 0.0001 => MarkdownText.Of($"{p:0.0e0}"),
        < 0.01 => MarkdownText.Of($"{p:0.0000}"),
        _ => MarkdownText.Of($"{p:0.00}"),
    };
}
