using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Rows of real tables, honestly measured, some of whose classes one column separates.</summary>
public static class CleanSamples
{
    private static readonly string[] Names = ["breast_cancer", "iris", "wine", "diabetes", "digits"];

    /// <summary>As many rows of each as asked for, without replacement; a table with fewer rows gives all.</summary>
    public static IReadOnlyList<(string Name, Func<int, int, Dataset> Table)> All { get; } =
        [.. Names.Select(name => (name, (Func<int, int, Dataset>)((rows, seed) => Sample(DatasetCatalogue.Load(name), rows, seed))))];

    private static Dataset Sample(Dataset all, int rows, int seed)
    {
        int[] order = [.. Enumerable.Range(0, all.Rows)];
        Seeds.Generator(seed, DrawnFor.Sample, rows).Shuffle(order);
        return all.Select(order.AsSpan(0, Math.Min(rows, all.Rows)));
    }
}
