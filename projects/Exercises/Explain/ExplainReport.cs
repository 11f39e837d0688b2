using MlMaths.Torch.Calculus;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Explain;

/// <summary>What the page says, and what the console.</summary>
internal static class ExplainReport
{
    public static ProjectResult Of(ExplainFindings findings)
    {
        Explanation told = findings.Told;
        Measurements measurements = MeasurementsOf(findings);
        var report = new Report("An expression, explained", Lead(findings), ExplanationSections.Of(findings));
        return new ProjectResult(report, measurements, new CvLines())
        {
            Spoken = [.. ExplanationText.Lines(told), ""],
            SpeaksFirst = true,
            Headline = told.Result is null or { Count: > 1 } ? [] : ["result"],
        };
    }

    private static Measurements MeasurementsOf(ExplainFindings findings)
    {
        var measurements = new Measurements();
        double? result = findings.Told.Result is [var single] && double.IsFinite(single) ? single : null;
        measurements.Add("result", "Result", result, "", "the expression at the "
            + "values given", "it is not a single finite number");
        foreach ((int k, NamedGradient one) in findings.Gradients.Index())
        {
            double? gradient = one.ByChainRule is { } value && double.IsFinite(value) ? value : null;
            measurements.Add(
                $"gradient.{k + 1}", $"∂{findings.Told.Outcome}/∂{one.Name}", gradient, "", "the chain rule",
                "it is not defined at this point");
        }

        measurements.Add("gradient.max_abs_difference", "Largest difference, chain rule against finite differences",
            findings.LargestDifference is { } apart && double.IsFinite(apart) ? apart : null, "",
            "central differences, over all names", "there is nothing to compare");
        return measurements;
    }

    private static MarkdownText Lead(ExplainFindings findings)
    {
        Explanation told = findings.Told;
        if (told.WhyNoGradient is { } why)
        {
            return MarkdownText.Of(
                $"{told.Expression} takes {told.Forward.Count} steps and comes to {told.Forward[^1].WrittenValue}. "
                + $"{why}");
        }
        return MarkdownText.Of(
            $"{told.Expression} takes {told.Forward.Count} steps and comes to {told.Outcome} = "
            + $"{told.Forward[^1].WrittenValue}. One backward pass through them gives the gradient by every name: "
            + $"{string.Join(", ", told.Backward.Where(IsName).Reverse()
                .Select(step => $"∂{told.Outcome}/∂{step.Node} = {step.WrittenGradient}"))}"
            + $".");

        bool IsName(BackwardStep step) => told.Forward.Any(forward => forward.Node == step.Node && forward.Formula == step.Node);
    }
}
