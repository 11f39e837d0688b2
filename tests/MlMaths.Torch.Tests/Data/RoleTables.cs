using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Rows with groups and times.</summary>
internal static class RoleTables
{
    /// <summary>One group per number: how many rows it has. Classes alternate within a group.</summary>
    public static Dataset Grouped(params int[] sizes) => With(
        [.. sizes.SelectMany((size, group) => Enumerable.Repeat($"g{group}", size))], times: null);

    public static Dataset Timed(params double[] times) => With(groups: null, times);

    public static Dataset With(string[]? groups, double[]? times)
    {
        int rows = groups?.Length ?? times!.Length;
        return new("rows", ["x"], [.. Enumerable.Range(0, rows).Select(row => (double)row)], "y",
            [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? "a" : "b")], new("here", "none", "none"))
        {
            Group = groups is null ? null : new("patient", groups),
            Time = times is null ? null : new("day", times, IsDate: false),
        };
    }
}
