using MlMaths.Torch.Portfolio.Viva.Templates;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>Every question that can be made from a run.</summary>
internal static class TemplateCatalogue
{
    /// <summary>Project by project.</summary>
    public static IReadOnlyList<Template> All { get; } =
    [
        .. LogisticTemplates.All, .. LogisticMathsTemplates.All, .. PcaTemplates.All, .. DecisionTemplates.All, .. CostTemplates.All,
        .. NetTemplates.All, .. NetPracticeTemplates.All, .. CalculusTemplates.All, .. EvaluationTemplates.All, .. RegressionTemplates.All,
        .. DistributionTemplates.All,
    ];
}
