using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack;

/// <summary>Holm's p-values where some questions have none.</summary>
internal static class HolmValues
{
    /// <summary>A finding at 5 % once all questions are paid for.</summary>
    public const double Level = 0.05;

    /// <summary>Adjusted, in the order given; a question without a p-value takes no part and gets none.</summary>
    public static double?[] Of(IReadOnlyList<double?> pValues)
    {
        int[] known = [.. Enumerable.Range(0, pValues.Count).Where(question => pValues[question] is not null)];
        double[] adjusted = Holm.Adjust([.. known.Select(question => pValues[question]!.Value)]);
        var all = new double?[pValues.Count];
        foreach ((int place, int question) in known.Index()) all[question] = adjusted[place];
        return all;
    }
}
