using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Whether there are clusters, and the clusters that k-means makes, real or not. Cluster 0 is the largest.</summary>
/// <param name="Evidence">Of the training rows.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="KFrom">Where k comes from, as half a sentence.</param>
/// <param name="Centres">In the units of the standardised columns, [k][d].</param>
/// <param name="Inertia">Of the training rows.</param>
/// <param name="Labels">Of every row of the data set; held-out rows belong to the nearest centre.</param>
/// <param name="Silhouette">Of the same rows, or of a sample.</param>
/// <param name="SilhouetteMean">With an interval over rows.</param>
/// <param name="Profiles">What sets each cluster apart, on the training rows.</param>
/// <param name="HeldOutAgreement">Adjusted Rand of held-out rows: clustered by themselves, against the nearest training centre.</param>
/// <param name="Target">Agreement with the target; null where there is none that names groups.</param>
internal sealed record ClusterFindings(
    ClusterEvidence Evidence, ClusterVerdict Verdict, string KFrom, IReadOnlyList<IReadOnlyList<double>> Centres, double Inertia,
    IReadOnlyList<int> Labels, Silhouette Silhouette, Interval SilhouetteMean, IReadOnlyList<ClusterProfile> Profiles,
    double? HeldOutAgreement, TargetAgreement? Target)
{
    /// <summary>How far the groups follow texts that nothing saw.</summary>
    public IReadOnlyList<OutsideCheck> Outside { get; init; } = [];

    private const double SameGroups = 0.85;

    private const int MaxRestarts = 10, MinRestarts = 3, RowsOfAllRestarts = 1_000_000;

    public int K => Centres.Count;

    /// <summary>The evidence that the verdict was read from: that of centred batches where it is within these.</summary>
    public ClusterEvidence Judged => Verdict.IsWithinBatches ? Evidence.BatchesCentred! : Evidence;

    /// <summary>
    /// Whether k-means compared rows in deviations of the groups that were found, as in the units asked for it would cut elsewhere.
    /// </summary>
    public bool InGroupUnits => Units is not null;

    /// <summary>U [d][d], which takes rows z into these units, y = zU; null where they are compared in the units asked for.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Units { get; init; }

    /// <summary>Whether the groups deserve to be called clusters.</summary>
    public bool AreClusters => Verdict.Finding == ClusterFinding.Clusters && Verdict.K == K;

    /// <summary>What a reader may call them.</summary>
    public string Word => AreClusters ? "cluster" : "part";

    public static ClusterFindings Fit(VaryingRows data, ClusterEvidence evidence, PcaClusteringOptions options, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var verdict = ClusterVerdict.From(evidence, data.Columns);
        (int k, string from) = (options.K, verdict.K) switch
        {
            ({ } asked, _) => (asked, "as asked with --k"),
            (_, { } found) => (found, "as the evidence suggests"),
            _ => (evidence.SilhouetteK, "the number with the highest silhouette"),
        };
        Tensor inUnits = verdict.IsWithinBatches ? BatchCentring.Of(data.All, data.Rows.Batch!.OfRow) : data.All.alias();
        Tensor trainingInUnits = PreparedRows.Pick(inUnits, data.Split.Training.Rows), all = inUnits, training = trainingInUnits;
        ClusterEvidence judged = verdict.IsWithinBatches ? evidence.BatchesCentred! : evidence;
        var fit = KMeans.Fit(training, k, seed, Restarts(training));
        bool inGroupUnits = k == verdict.K
            && PartitionAgreement.Of([.. judged.Sample.Select(row => fit.Labels[row])], judged.Groups.Labels).AdjustedRand < SameGroups;
        IReadOnlyList<IReadOnlyList<double>>? units = null;
        if (inGroupUnits)
        {
            units = GroupUnits.Of(PreparedRows.Pick(trainingInUnits, [.. judged.Sample]), judged.Groups.Labels);
            int d = units.Count;
            all = inUnits.mm(TensorCopy.Of([.. units.SelectMany(line => line)], [d, d], device: inUnits.device));
            training = PreparedRows.Pick(all, data.Split.Training.Rows);
            fit = KMeans.Fit(training, k, seed, Restarts(training));
        }
        int[] places = Places(fit);
        int[] labels = [.. fit.Nearest(all).Select(label => places[label])];
        var silhouette = Silhouette.Of(all, labels, seed: seed);
        IReadOnlyList<double>[] centres = new IReadOnlyList<double>[k];
        for (int cluster = 0; cluster < k; cluster++)
            centres[places[cluster]] = inGroupUnits ? Mean(trainingInUnits, fit.Labels, cluster) : fit.Centres[cluster];
        return new ClusterFindings(
            evidence, verdict, from, centres, fit.Inertia, labels, silhouette,
            silhouette.Mean is null
                ? Interval.Undefined(silhouette.Note ?? "there is one cluster")
                : MeanInterval.Of(silhouette.Values, seed, options.Resamples),
            ClusterProfile.Of(trainingInUnits, [.. data.Split.Training.Rows.Select(row => labels[row])]),
            HeldOut(data, all, k, labels, seed), TargetAgreement.Of(data.Rows, labels, seed, options.Resamples))
        {
            Units = units,
            Outside = OutsideCheck.Of(data.Cells, labels),
        };
    }

    private static double[] Mean(Tensor rows, IReadOnlyList<int> labels, int cluster)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int[] own = [.. labels.Index().Where(label => label.Item == cluster).Select(label => label.Index)];
        return [.. PreparedRows.Pick(rows, own).mean([0]).cpu().data<double>()];
    }

    // On many rows one start ends near where the next one does, and each takes long.
    private static int Restarts(Tensor rows) => (int)Math.Clamp(RowsOfAllRestarts / rows.size(0), MinRestarts, MaxRestarts);

    /// <summary>The place of each of the fit's clusters, the largest first.</summary>
    private static int[] Places(KMeans fit)
    {
        int[] places = new int[fit.K];
        foreach ((int place, int cluster) in Enumerable.Range(0, fit.K).OrderByDescending(cluster => fit.Sizes[cluster]).Index())
            places[cluster] = place;
        return places;
    }

    // R. Tibshirani, G. Walther, 2005, Cluster validation by prediction strength: clusters that are there are there again.
    private static double? HeldOut(VaryingRows data, Tensor all, int k, int[] labels, int seed)
    {
        using Tensor test = PreparedRows.Pick(all, data.Split.Test.Rows);
        // Rows with different sums are different.
        if (data.Split.Test.Count < 3 * k || test.sum([1]).cpu().data<double>().Distinct().Count() < k)
            return null;
        IReadOnlyList<int> own = KMeans.Fit(test, k, seed, Restarts(test)).Labels;
        return PartitionAgreement.Of(own, [.. data.Split.Test.Rows.Select(row => labels[row])]).AdjustedRand;
    }
}
