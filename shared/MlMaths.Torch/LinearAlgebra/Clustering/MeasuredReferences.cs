using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Structureless rows of every kind, drawn and clustered once for all rules that compare with them.</summary>
internal sealed class MeasuredReferences
{
    private readonly Dictionary<StructurelessReference, ClusterMeasures[]> _drawn = [];

    public MeasuredReferences(CentredRows rows, int maxK, int references, int seed)
    {
        StructurelessRows structureless = new(rows);
        SplitMix64 chance = new(seed, DrawnFor.Worlds);
        foreach (StructurelessReference reference in Enum.GetValues<StructurelessReference>())
        {
            var measures = new ClusterMeasures[references];
            for (int b = 0; b < measures.Length; b++)
                measures[b] = ClusterMeasures.Fit(structureless.Draw(reference, ref chance), maxK, seed, GapStatistic.RestartsOfReference);
            _drawn[reference] = measures;
        }
    }

    public GapStatistic GapOf(ClusterMeasures data, StructurelessReference reference) =>
        GapStatistic.From(reference, data.LogInertias, [.. _drawn[reference].Select(one => one.LogInertias)]);

    public StructureTest[] TestsOf(ClusterMeasures data, int k) =>
    [
        .. from measure in Enum.GetValues<StructureMeasure>()
           from pair in _drawn
           select StructureTest.Of(measure, pair.Key, Value(data, measure, k), [.. pair.Value.Select(one => Value(one, measure, k))]),
    ];

    private static double Value(ClusterMeasures measures, StructureMeasure measure, int k) =>
        measure == StructureMeasure.Silhouette ? measures.Silhouettes[k - 1]!.Value : measures.Borders[k - 1];
}
