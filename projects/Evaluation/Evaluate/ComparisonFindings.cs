namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>All pairs of models, and what is left of their p-values once there are several.</summary>
/// <param name="Pairs">The pair that the page is about comes first.</param>
/// <param name="Adjusted">Holm's p-values of the corrected t test, in the same order; null where a pair has none.</param>
/// <param name="Metric">By which models are compared.</param>
internal sealed record ComparisonFindings(IReadOnlyList<ComparedPair> Pairs, IReadOnlyList<double?> Adjusted, MetricWords Metric)
{
    public ComparedPair Main => Pairs[0];

    public static ComparisonFindings Of(EvaluationData data, IReadOnlyList<ModelScores> models, EvaluationOptions options, int seed)
    {
        ComparedPair[] pairs =
        [
            .. from first in Enumerable.Range(0, models.Count)
               from second in Enumerable.Range(first + 1, models.Count - first - 1)
               select ComparedPair.Of(data, models[first], models[second], options, seed),
        ];
        return new(pairs, HolmValues.Of([.. pairs.Select(pair => pair.Corrected.PValue)]), MetricWords.Of(options.Metric));
    }
}
