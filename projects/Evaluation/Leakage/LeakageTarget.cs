using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// Of several classes, which one is asked about where the user named none: what gives one class away exactly gives itself away, and a
/// check needs no story. The most frequent one, as it has the most rows to be told by.
/// </summary>
internal static class LeakageTarget
{
    private const int MostClasses = 20;

    /// <summary>The class that was asked for, or else the usual one, or else the most frequent of several.</summary>
    public static BinaryTarget Of(Dataset rows, string? positive) => positive is null && Asked(rows) is { } most
        ? BinaryTarget.From(rows, most).Because(
            $"of several classes the most frequent one, as no --positive was given; what gives one away gives itself away")
        : BinaryTarget.From(rows, positive);

    /// <summary>The class; null where the target has two, or is no class.</summary>
    public static string? Asked(Dataset rows)
    {
        (string Label, int Rows)[] classes = [.. rows.Labels.CountBy(label => label).Select(one => (one.Key, one.Value))];
        return rows.DefaultPositive is null && classes.Length is > 2 and <= MostClasses
            ? classes.OrderByDescending(one => one.Rows).ThenBy(one => one.Label, StringComparer.Ordinal).First().Label
            : null;
    }
}
