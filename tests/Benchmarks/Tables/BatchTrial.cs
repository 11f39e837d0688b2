using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>One kind of table in batches whose truth is known, and what a verdict on it should be.</summary>
/// <param name="Case">What is drawn.</param>
/// <param name="Asked">What the verdict should be.</param>
/// <param name="Draw">Rows and their batches, from d and a seed.</param>
/// <param name="IsRight">Whether a verdict is what it should be.</param>
internal sealed record BatchTrial(
    string Case, string Asked, Func<int, int, (Tensor X, IReadOnlyList<string> Batches)> Draw, Predicate<ClusterVerdict> IsRight)
{
    public const int Rows = 300;

    private const double Separation = 5;

    // The gap statistic takes most of the time, and has no say in the verdict.
    private const int References = 2;

    private static readonly int[] Columns = [2, 3, 5, 7, 10];

    /// <summary>The batch is to be named where it makes the groups, and only there.</summary>
    public static IEnumerable<BatchTrial> All =>
    [
        .. Enumerable.Range(2, 3).Select(batches => new BatchTrial(
            $"one cloud in {batches} batches 5 to 7.5 deviations apart", "batch artefact",
            (columns, seed) => (Blobs(batches, columns, seed).X(), Blobs(batches, columns, seed).Labels),
            verdict => verdict.Finding == ClusterFinding.BatchArtefact)),
        new("one cloud; batches by chance", "no clusters and no batch artefact",
            (columns, seed) => (Clouds.Draw(Cloud.Normal, Rows, columns, seed).X(), ByChance(seed)),
            verdict => verdict.Finding is ClusterFinding.None or ClusterFinding.WeakStructure),
        new("3 clusters; batches by chance", "3 clusters",
            (columns, seed) => (Blobs(3, columns, seed).X(), ByChance(seed)), verdict => verdict.K == 3),
        new("3 clusters; one half of the rows moved", "3 clusters once centred", Moved, verdict => verdict.K == 3),
    ];

    /// <summary>The verdict on one draw.</summary>
    public ClusterVerdict Verdict(int seed)
    {
        torch.set_num_threads(1); // belongs to the thread that sets it
        (Tensor X, IReadOnlyList<string> batches) = Draw(Columns[seed % Columns.Length], seed);
        using (X)
            return ClusterVerdict.From(ClusterEvidence.Gather(X, seed, batches, maxK: 8, references: References));
    }

    private static Dataset Blobs(int k, int columns, int seed) =>
        Simulations.Blobs.Draw(SeparatedCentres.Draw(k, columns, Separation, seed), Rows, 1, seed + 1000 * k);

    private static string[] ByChance(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.Next(2) == 0 ? "monday" : "tuesday")];
    }

    private static (Tensor X, IReadOnlyList<string> Batches) Moved(int columns, int seed)
    {
        using Tensor X = Blobs(3, columns, seed).X();
        var offset = PlantedOffset.For(X, 3, seed);
        return (offset.AddTo(X), offset.Batches);
    }
}
