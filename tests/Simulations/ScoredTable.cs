using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Simulations;

/// <summary>A table of scores as a file would give it, with one column beside them that nobody asked for.</summary>
public static class ScoredTable
{
    /// <summary>From labels, scores and the values of the column.</summary>
    public static ScoreTable Of(bool[] labels, IReadOnlyList<double[]> scores, IReadOnlyList<int> beside)
    {
        int[] values = [.. beside.Distinct()];
        Dictionary<int, int> numbers = values.Index().ToDictionary(value => value.Item, value => value.Index);
        return new(
            "drawn", new ScoreColumns("label", [.. scores.Select((_, place) => $"score{place}")]), ["no", "yes"],
            [.. labels.Select(label => (ushort)(label ? 1 : 0))], scores, new Provenance("drawn by a seed", "none", "none"),
            labels.Length, [])
        {
            Others =
            [
                new("beside", [.. values.Select(value => value.ToString(CultureInfo.InvariantCulture))],
                    [.. beside.Select(value => numbers[value])]),
            ],
        };
    }
}
