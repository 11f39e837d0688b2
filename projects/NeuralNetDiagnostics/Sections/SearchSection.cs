using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

internal static class SearchSection
{
    public static Section Of(NetFindings findings) => new("Which settings?", [new Paragraph($"{findings.Final.Recipe}")], $"x");
}
