using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Models that scored the same rows, and all their pairs.</summary>
/// <param name="Models">In the order in which they were named.</param>
/// <param name="Pairs">The first two of the models first.</param>
/// <param name="Adjusted">Holm's p-values, in the order of the pairs; null where a pair has none.</param>
/// <param name="Metric">By which they are compared.</param>
internal sealed record ComparedScores(
    IReadOnlyList<BinaryScores> Models, IReadOnlyList<ScoredPair> Pairs, IReadOnlyList<double?> Adjusted,
    MetricWords Metric)
{
    public ScoredPair Main => Pairs[0];

    public static ComparedScores Of(ScoreTable table, CompareOptions options)
    {
        BinaryScores[] models = [.. table.Columns.Scores.Select(
            (column, place) => BinaryScores.Of(table, column, table.Scores[place], options.Scores))];
        ScoredPair[] pairs =
        [
            .. from first in Enumerable.Range(0, models.Length)
               from second in Enumerable.Range(first + 1, models.Length - first - 1)
               select ScoredPair.Of(models[first], models[second], options),
        ];
        int[] known = [.. Enumerable.Range(0, pairs.Length).Where(pair => pairs[pair].PValue is not null)];
        double[] holm = Holm.Adjust([.. known.Select(pair => pairs[pair].PValue!.Value)]);
        var adjusted = new double?[pairs.Length];
        foreach ((int place, int pair) in known.Index())
            adjusted[pair] = holm[place];
        return new(models, pairs, adjusted, options.Metric);
    }
}
