using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions.Sections;

/// <summary>A ratio beside 1: with as many digits as tell its ends from 1, so that the verdict can be read off them.</summary>
internal static class RatioText
{
    /// <summary><c>1.04 (0.96 to 1.13)</c>.</summary>
    public static MarkdownText Of(Interval ratio)
    {
        if (ratio is not { Value: double value, Low: double low, High: double high })
            return $"{ratio.Value}";
        int? decimals = NumberText.DecimalsFor(value, low, high, boundary: 1);
        return $"{NumberText.Of(value, decimals)} ({NumberText.Range(low, high, decimals)})";
    }

    /// <summary>Simulations whose interval leaves out what theory expects; empty where there is none.</summary>
    public static MarkdownText Strays(params (string Name, Interval Ratio, double Expected)[] simulated) => MarkdownText.Join(
        "", simulated.Where(one => !one.Ratio.Contains(one.Expected)).Select(one => Stray(one.Name, one.Ratio, one.Expected)));

    private static MarkdownText Stray(string name, Interval ratio, double expected) =>
        $" For {name} theory expects {expected:0.00}; the interval of this simulation, {Ends(ratio, expected)}, leaves that "
        + $"out, as that of one simulation in twenty does.";

    private static string Ends(Interval ratio, double expected) => NumberText.Range(
        ratio.Low!.Value, ratio.High!.Value,
        NumberText.DecimalsFor(ratio.Value!.Value, ratio.Low.Value, ratio.High.Value, boundary: expected));
}
