using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// All that speaks for or against clusters in a table, measured on the same rows and the same references. It decides
/// nothing: what it comes to is for a verdict to say.
/// </summary>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Note">That they are a sample; null where all were taken.</param>
/// <param name="K">The k with the widest gap over both boxes; 2 at least, to have something to test.</param>
/// <param name="Inertias">W₁ … W_K.</param>
/// <param name="Silhouettes">Mean silhouette per k, from k = 1, where it is null.</param>
/// <param name="Gaps">The gap statistic over the box and over the principal box.</param>
/// <param name="Elbow">Where the inertias bend.</param>
/// <param name="Tests">Silhouette and border share at <paramref name="K"/>, against each kind of structureless rows.</param>
/// <param name="Stability">At <paramref name="K"/>.</param>
/// <param name="SmallestCluster">Rows of the smallest of <paramref name="K"/> clusters.</param>
/// <param name="Batch">What a known batch has to do with it; null where none is known.</param>
public sealed record ClusterEvidence(
    int Rows, string? Note, int K, IReadOnlyList<double> Inertias, IReadOnlyList<double?> Silhouettes, IReadOnlyList<GapStatistic> Gaps,
    ElbowKnee Elbow, IReadOnlyList<StructureTest> Tests, PartitionStability Stability, int SmallestCluster, BatchEvidence? Batch)
{
    /// <summary>Clusters that are tried.</summary>
    public const int UsualMostK = 10;

    /// <summary>Rows above which a sample is looked at: the silhouettes of all references take n² distances each.</summary>
    public const int MostRows = 600;

    /// <summary>The k with the highest mean silhouette; it cannot be 1.</summary>
    public int SilhouetteK => Enumerable.Range(2, Silhouettes.Count - 1).MaxBy(k => Silhouettes[k - 1]);

    /// <summary>Gathers it from X [n, d], n at least 10; scale the columns first where their units differ.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="seed">Same seed, same evidence.</param>
    /// <param name="batches">The batch of each row, where one is known.</param>
    /// <param name="mostK">Clusters that are tried, at most a fifth of the rows.</param>
    public static ClusterEvidence Gather(Tensor X, int seed, IReadOnlyList<string>? batches = null, int mostK = UsualMostK)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostK, 2);
        if (batches is not null && batches.Count != X.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and there are {batches.Count} batches.", nameof(batches));
        CentredRows all = CentredRows.Of(X);
        int[] kept = RowSample.Of(all.Count, MostRows, seed);
        string? note = kept.Length < all.Count ? $"from a sample of {kept.Length} of the {all.Count:N0} rows" : null;
        CentredRows rows = note is null ? all : all.Select(kept);
        int most = Math.Min(mostK, rows.Count / 5);
        if (most < 2 || !rows.HasDifferentRows(most + 1))
            throw new UserMistakeException($"Evidence for clusters needs at least 10 rows and {Math.Max(2, most) + 1} different ones: there are {rows.Count} rows. Bring more rows, or ask for fewer clusters.");

        (ClusterEvidence evidence, KMeans clusters) = Of(rows, most, seed, note);
        if (batches is null) return evidence;
        string[] known = [.. kept.Select(row => batches[row])];
        return evidence with { Batch = BatchEvidence.Of(rows, clusters, known, most, seed) };
    }

    internal static (ClusterEvidence Evidence, KMeans Clusters) Of(CentredRows rows, int most, int seed, string? note)
    {
        ClusterMeasures data = ClusterMeasures.Of(rows, most, seed, GapStatistic.RestartsOfData);
        StructurelessRows structureless = new(rows);
        SplitMix64 chance = new(seed);
        Dictionary<StructurelessReference, ClusterMeasures[]> drawn = [];
        foreach (StructurelessReference reference in Enum.GetValues<StructurelessReference>())
        {
            drawn[reference] = new ClusterMeasures[GapStatistic.UsualReferences];
            for (int b = 0; b < drawn[reference].Length; b++)
                drawn[reference][b] = ClusterMeasures.Of(structureless.Draw(reference, ref chance), most, seed, GapStatistic.RestartsOfReference);
        }

        GapStatistic[] gaps =
        [
            .. from reference in new[] { StructurelessReference.Box, StructurelessReference.PrincipalBox }
               select GapStatistic.From(reference, data.LogInertias, [.. drawn[reference].Select(one => one.LogInertias)]),
        ];
        int k = Enumerable.Range(2, most - 1).MaxBy(k => gaps.Min(gap => gap.Gaps[k - 1]));
        return (new ClusterEvidence(
            rows.Count, note, k, [.. data.Fits.Select(fit => fit.Inertia)], data.Silhouettes, gaps,
            ElbowKnee.Of([.. data.Fits.Select(fit => fit.Inertia)]), TestsOf(data, drawn, k),
            PartitionStability.Of(rows, k, seed, PartitionStability.UsualPairs), data.Fits[k - 1].Sizes.Min(), null), data.Fits[k - 1]);
    }

    private static StructureTest[] TestsOf(ClusterMeasures data, Dictionary<StructurelessReference, ClusterMeasures[]> drawn, int k) =>
    [
        .. drawn.Select(pair => StructureTest.Of(
            StructureMeasure.Silhouette, pair.Key, data.Silhouettes[k - 1]!.Value, [.. pair.Value.Select(one => one.Silhouettes[k - 1]!.Value)])),
        .. drawn.Select(pair => StructureTest.Of(
            StructureMeasure.BorderShare, pair.Key, data.Borders[k - 1], [.. pair.Value.Select(one => one.Borders[k - 1])])),
    ];
}
