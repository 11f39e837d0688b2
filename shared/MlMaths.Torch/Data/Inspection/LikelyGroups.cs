namespace MlMaths.Torch.Data;

/// <summary>A column whose equal values probably say that rows belong together, such as the customer of an order.</summary>
/// <param name="Plan">The column.</param>
/// <param name="Values">Different values.</param>
/// <param name="Why">A clause.</param>
public sealed record LikelyGroup(ColumnPlan Plan, int Values, string Why)
{
    /// <summary>Whether every row has one: --group takes no other.</summary>
    public bool IsWhole => Plan.Column.Missing == 0;
}

/// <summary>Which columns of a file may name groups: by their names, or as texts that come again and are too many for a category.</summary>
internal static class LikelyGroups
{
    private const int FewestGroups = 5;
    private const double MostMissing = 0.2;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "patient", "subject", "customer", "client", "user", "person", "participant", "household", "family", "store", "shop", "school",
        "hospital", "site", "session", "device", "player", "team", "farm", "plot", "animal",
    };

    /// <summary>Those that come again, in the order of the file.</summary>
    public static IReadOnlyList<LikelyGroup> In(IReadOnlyList<ColumnOverview> columns) =>
        [.. columns.Select(Of).OfType<LikelyGroup>()];

    private static LikelyGroup? Of(ColumnOverview column)
    {
        ColumnPlan plan = column.Plan;
        int present = plan.Column.Rows - plan.Column.Missing;
        if (column.Different < FewestGroups || plan.Column.Missing > MostMissing * plan.Column.Rows || plan.Kind is ColumnKind.Date)
            return null;
        if (Words.Contains(plan.Column.Name) || (plan.Column.Name.Length > 0 && IdentifierEvidence.IsNamedSo(plan.Column.Name)))
        {
            int values = column.HasMore ? Count(plan.Column) : column.Different;
            return present - values >= FewestGroups && AreWhole(plan.Column)
                ? new(plan, values, "its name says that it names somebody or something, and values come again")
                : null;
        }

        // One day in two notations would be two groups, and a weight is nobody's name.
        return plan is { Kind: ColumnKind.Text, Advice: null } && 2 * column.Different <= present
            ? new(plan, column.Different, "texts too many for a category, each of several rows")
            : null;
    }

    private static bool AreWhole(RawColumn column) =>
        column.NumbersOfRows?.All(number => double.IsNaN(number) || number == Math.Truncate(number)) ?? true;

    private static int Count(RawColumn column) => column.NumbersOfRows is { } numbers
        ? numbers.Where(number => !double.IsNaN(number)).ToHashSet().Count
        : column.TextCount;
}
