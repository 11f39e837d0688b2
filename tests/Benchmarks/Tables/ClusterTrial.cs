using MlMaths.Torch.Probability;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>One kind of table whose truth is known, and what a verdict on it should be.</summary>
/// <param name="Table">The table of rates that it belongs to.</param>
/// <param name="Case">What is drawn.</param>
/// <param name="Rows">n.</param>
/// <param name="Columns">d; the seeds take them in turn.</param>
/// <param name="Asked">What the verdict should be.</param>
/// <param name="Draw">Rows and their batches, if any, from d and a seed.</param>
/// <param name="IsRight">Whether a verdict is what it should be.</param>
internal sealed record ClusterTrial(
    string Table, string Case, int Rows, IReadOnlyList<int> Columns, string Asked,
    Func<int, int, (Tensor X, IReadOnlyList<string>? Batches)> Draw, Predicate<ClusterVerdict> IsRight)
{
    private const double Separation = 4;

    private static readonly int[] Usual = [2, 3, 5, 7, 10];

    /// <summary>One cloud of each kind, in which no clusters are to be found.</summary>
    public static IEnumerable<ClusterTrial> Clouds =>
        Enum.GetValues<Cloud>().Select(cloud => OneCloud("clouds", cloud, $"{cloud}", 300, Usual));

    /// <summary>k normal clouds, nearest centres 4 to 6 deviations apart, which are to be counted.</summary>
    public static IEnumerable<ClusterTrial> Planted =>
        Enumerable.Range(2, 5).Select(k => Groups("planted", k, $"{k} clusters", 300, Usual));

    /// <summary>Rows in batches: the batch is to be named where it makes the groups, and only there.</summary>
    public static IEnumerable<ClusterTrial> Batches =>
    [
        .. Enumerable.Range(2, 3).Select(batches => new ClusterTrial(
            "batches", $"one cloud in {batches} batches 4 to 6 deviations apart", 300, Usual, "batch artefact",
            (columns, seed) => (Blobs(batches, 300, columns, seed).X(), Blobs(batches, 300, columns, seed).Labels),
            verdict => verdict.Finding == ClusterFinding.BatchArtefact)),
        new("batches", "one cloud; batches by chance", 300, Usual, "no clusters and no batch artefact",
            (columns, seed) => (Simulations.Clouds.Draw(Cloud.Normal, 300, columns, seed).X(), ByChance(300, seed)),
            verdict => verdict.Finding is ClusterFinding.None or ClusterFinding.WeakStructure),
        new("batches", "3 clusters; batches by chance", 300, Usual, "3 clusters",
            (columns, seed) => (Blobs(3, 300, columns, seed).X(), ByChance(300, seed)), verdict => verdict.K == 3),
        new("batches", "3 clusters; one half of the rows moved", 300, Usual, "3 clusters once centred", Moved, verdict => verdict.K == 3),
    ];

    /// <summary>Clouds and planted clusters in small and large, low and high tables.</summary>
    public static IEnumerable<ClusterTrial> Sizes =>
        from rows in new[] { 60, 120, 600, 1000 }
        from columns in new[] { 2, 5, 10, 30 }
        from trial in Enum.GetValues<Cloud>().Select(cloud => OneCloud("sizes", cloud, "one cloud", rows, [columns]))
            .Concat(new[] { 2, 4, 6 }.Select(k => Groups("sizes", k, "2 or 4 or 6 clusters", rows, [columns])))
        select trial;

    /// <summary>The verdict on one draw.</summary>
    public ClusterVerdict Verdict(int seed)
    {
        torch.set_num_threads(1); // belongs to the thread that sets it
        (Tensor X, IReadOnlyList<string>? batches) = Draw(Columns[seed % Columns.Count], seed);
        using (X)
            return ClusterVerdict.From(ClusterEvidence.Gather(X, seed, batches));
    }

    private static ClusterTrial OneCloud(string table, Cloud cloud, string name, int rows, int[] columns) =>
        new(table, name, rows, columns, "no clusters",
            (d, seed) => (Simulations.Clouds.Draw(cloud, rows, d, seed).X(), null),
            verdict => verdict.Finding != ClusterFinding.Clusters);

    private static ClusterTrial Groups(string table, int k, string name, int rows, int[] columns) =>
        new(table, name, rows, columns, "as many clusters", (d, seed) => (Blobs(k, rows, d, seed).X(), null), verdict => verdict.K == k);

    private static Dataset Blobs(int k, int rows, int columns, int seed) =>
        Simulations.Blobs.Draw(SeparatedCentres.Draw(k, columns, Separation, seed), rows, 1, seed + 1000 * k);

    private static string[] ByChance(int rows, int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(2) == 0 ? "monday" : "tuesday")];
    }

    private static (Tensor X, IReadOnlyList<string>? Batches) Moved(int columns, int seed)
    {
        using Tensor X = Blobs(3, 300, columns, seed).X();
        var offset = PlantedOffset.For(X, 3, seed);
        return (offset.AddTo(X), offset.Batches);
    }
}
