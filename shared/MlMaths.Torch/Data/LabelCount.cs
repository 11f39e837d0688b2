namespace MlMaths.Torch.Data;

/// <summary>How many rows have a label.</summary>
internal sealed record LabelCount(string Label, int Rows)
{
    /// <summary>The most frequent first; equal ones in alphabetic order.</summary>
    public static LabelCount[] Of(Dataset dataset) =>
    [
        .. dataset.Labels.CountBy(label => label)
            .Select(count => new LabelCount(count.Key, count.Value))
            .OrderByDescending(count => count.Rows)
            .ThenBy(count => count.Label, StringComparer.Ordinal),
    ];

    /// <summary>'benign' (357), 'malignant' (212).</summary>
    public static string List(IReadOnlyCollection<LabelCount> counts, int longest = 10)
    {
        string shown = string.Join(", ", counts.Take(longest).Select(count => $"{Quoted.Value(count.Label)} ({count.Rows})"));
        return counts.Count <= longest ? shown : $"{shown} and {counts.Count - longest} more";
    }
}
