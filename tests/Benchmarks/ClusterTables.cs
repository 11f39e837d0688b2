using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// How often the verdict on clusters is right where the truth is known.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables clouds|planted|batches [seeds]</c>
/// </summary>
internal static class ClusterTables
{
    private const double Separation = 4;

    private static readonly int[] Columns = [2, 3, 5, 7, 10];

    public static void Clouds(int seeds)
    {
        Console.WriteLine($"One cloud, n = 300, {seeds} seeds for each of d = {string.Join(", ", Columns)}");
        Console.WriteLine("| cloud | tables | called clusters | weak structure | none |\n|---|---|---|---|---|");
        foreach (Cloud cloud in Enum.GetValues<Cloud>())
        {
            ClusterVerdict[] verdicts = Verdicts(seeds, (columns, seed) => (Data.Clouds.Draw(cloud, 300, columns, seed), null));
            Console.WriteLine($"| {cloud} | {verdicts.Length} | {Share(verdicts, ClusterFinding.Clusters)} | {Share(verdicts, ClusterFinding.WeakStructure)} | {Share(verdicts, ClusterFinding.None)} |");
        }
    }

    public static void Planted(int seeds)
    {
        Console.WriteLine($"k normal clouds, nearest centres {Separation} to {1.5 * Separation} deviations apart, n = 300 and 600, {seeds} seeds for each of d = {string.Join(", ", Columns)}");
        Console.WriteLine("| k | tables | right k | another k | weak structure | none |\n|---|---|---|---|---|---|");
        for (int k = 2; k <= 6; k++)
        {
            ClusterVerdict[] verdicts = [.. new[] { 300, 600 }.SelectMany(rows => Verdicts(seeds, (columns, seed) => (Blobs(k, rows, columns, seed), null)))];
            string right = $"{(double)verdicts.Count(verdict => verdict.K == k) / verdicts.Length:P1}";
            string other = $"{(double)verdicts.Count(verdict => verdict.K is not null && verdict.K != k) / verdicts.Length:P1}";
            Console.WriteLine($"| {k} | {verdicts.Length} | {right} | {other} | {Share(verdicts, ClusterFinding.WeakStructure)} | {Share(verdicts, ClusterFinding.None)} |");
        }
    }

    public static void Batches(int seeds)
    {
        Console.WriteLine($"One normal cloud in batches, each moved by {Separation} deviations or more, n = 300, {seeds} seeds for each of d = {string.Join(", ", Columns)}");
        Console.WriteLine("| batches | tables | named batch artefact | called clusters | other |\n|---|---|---|---|---|");
        for (int batches = 2; batches <= 4; batches++)
        {
            ClusterVerdict[] verdicts = Verdicts(seeds, (columns, seed) => Batched(batches, columns, seed));
            double rest = verdicts.Count(verdict => verdict.Finding is ClusterFinding.WeakStructure or ClusterFinding.None);
            Console.WriteLine($"| {batches} | {verdicts.Length} | {Share(verdicts, ClusterFinding.BatchArtefact)} | {Share(verdicts, ClusterFinding.Clusters)} | {rest / verdicts.Length:P1} |");
        }
    }

    private static Dataset Blobs(int k, int rows, int columns, int seed) =>
        Data.Blobs.Draw(SeparatedCentres.Draw(k, columns, Separation, seed), rows, 1, seed + 1000 * k);

    private static (Dataset Table, IReadOnlyList<string>? Batches) Batched(int batches, int columns, int seed)
    {
        Dataset table = Blobs(batches, 300, columns, seed + 5000);
        return (table, table.Labels);
    }

    private static ClusterVerdict[] Verdicts(int seeds, Func<int, int, (Dataset Table, IReadOnlyList<string>? Batches)> draw) =>
    [
        .. from columns in Columns
           from verdict in Enumerable.Range(1, seeds).AsParallel().AsOrdered().Select(seed => Verdict(draw(columns, seed), seed))
           select verdict,
    ];

    private static ClusterVerdict Verdict((Dataset Table, IReadOnlyList<string>? Batches) drawn, int seed)
    {
        torch.set_num_threads(1); // belongs to the thread that sets it
        using Tensor X = drawn.Table.X();
        return ClusterVerdict.From(ClusterEvidence.Gather(X, seed, drawn.Batches));
    }

    private static string Share(ClusterVerdict[] verdicts, ClusterFinding finding) =>
        $"{(double)verdicts.Count(verdict => verdict.Finding == finding) / verdicts.Length:P1}";
}
