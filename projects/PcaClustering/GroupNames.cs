using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Names for groups, by the columns that set them apart.</summary>
internal static class GroupNames
{
    private const int ColumnsInAName = 2;

    private const double Telling = 0.3; // deviations

    /// <summary>“1: high proline, low hue” for each group, the number first.</summary>
    public static string[] Of(ClusterFindings clusters, IReadOnlyList<string> columns) =>
        [.. clusters.Profiles.Select(profile => Name(profile, columns, ColumnsInAName))];

    /// <summary>“1: high proline”, short enough for a picture.</summary>
    public static string[] Short(ClusterFindings clusters, IReadOnlyList<string> columns) =>
        [.. clusters.Profiles.Select(profile => Name(profile, columns, 1))];

    private static string Name(ClusterProfile profile, IReadOnlyList<string> columns, int most)
    {
        string[] telling =
        [
            .. profile.Contrasts.Where(contrast => contrast.Difference.Value is { } value && Math.Abs(value) >= Telling).Take(most)
                .Select(contrast => $"{(contrast.Difference.Value > 0 ? "high" : "low")} {columns[contrast.Column]}"),
        ];
        return telling.Length == 0 ? $"{profile.Cluster + 1}" : $"{profile.Cluster + 1}: {string.Join(", ", telling)}";
    }
}
