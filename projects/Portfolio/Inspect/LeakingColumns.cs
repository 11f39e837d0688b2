using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Portfolio.Inspect;

/// <summary>Columns of a file from which its target follows exactly: a model that is handed them has nothing to learn.</summary>
/// <param name="Columns">As the file has them.</param>
/// <param name="FeaturesLeft">Features of the other columns.</param>
internal sealed record LeakingColumns(IReadOnlyList<ColumnOverview> Columns, int FeaturesLeft)
{
    public static LeakingColumns In(TableOverview overview, TargetOverview? target, IReadOnlyList<TargetLeak> leaks)
    {
        if (target is null) return new([], FeaturesLeft: 0);
        ColumnOverview[] columns = [.. leaks.Where(leak => leak.Status == LeakageStatus.Found)
            .SelectMany(leak => Of(leak, overview, target)).Distinct()];
        return new(columns, Enumerable.Range(0, target.Rows.Columns)
            .Count(feature => Of(feature, overview, target) is not { } column || !columns.Contains(column)));
    }

    /// <summary>The columns of one formula.</summary>
    public static IEnumerable<ColumnOverview> Of(TargetLeak leak, TableOverview overview, TargetOverview target) =>
        leak.Columns.Select(feature => Of(feature, overview, target)).OfType<ColumnOverview>().Distinct();

    /// <summary>Whether a command that trains leaves them out; where they are all there is, it does not.</summary>
    public bool AreLeftOut => Columns.Count > 0 && FeaturesLeft > 0;

    /// <summary>The value of <c>--leave-out</c>.</summary>
    public static string Listed(IEnumerable<ColumnOverview> columns) => string.Join(',', columns.Select(column => column.Listed));

    // A feature of a text is called "plan = plus", one that says who has no value "days missing"; each is left out with its column.
    private static ColumnOverview? Of(int feature, TableOverview overview, TargetOverview target)
    {
        string name = target.Rows.ColumnNames[feature];
        return overview.Columns.OrderByDescending(column => column.Name.Length).FirstOrDefault(
            column => name == column.Name || name == $"{column.Name} missing"
                || name.StartsWith($"{column.Name} = ", StringComparison.Ordinal));
    }
}
