namespace MlMaths.Torch.Data;

/// <summary>Which column a file was probably made to predict: a guess that is said, and that <c>--target</c> overrides.</summary>
/// <param name="Plan">The column.</param>
/// <param name="Why">A clause: <c>it is called so</c>.</param>
public sealed record LikelyTarget(ColumnPlan Plan, string Why)
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "target", "label", "outcome", "churn", "churned", "survived", "diagnosis", "defaulted", "fraud", "isfraud", "converted", "died",
        "death", "spam", "attrition", "subscribed", "exited",
    };

    // Words that name as many features as targets: they count where none of the others does.
    private static readonly HashSet<string> WeakWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "y", "default", "response", "result", "species", "left",
    };

    // What tables of goods and people are mostly made for, where the last column is no class.
    private static readonly HashSet<string> Amounts = new(StringComparer.OrdinalIgnoreCase)
    {
        "price", "saleprice", "charges", "salary", "wage",
    };

    /// <summary>Whether it is no guess.</summary>
    public bool IsAsked { get; private init; }

    /// <summary>The column that was asked for, or the likeliest; null where none can be predicted.</summary>
    /// <param name="table">A file.</param>
    /// <param name="asked">Its name; null where nobody said.</param>
    /// <exception cref="UserMistakeException">There is no such column.</exception>
    internal static LikelyTarget? In(RawTable table, string? asked)
    {
        if (asked is not null)
        {
            ColumnPlan named = table.Columns.FirstOrDefault(plan => plan.Column.Name == asked) ?? throw Unknown(table, asked);
            return named.Column.HasLimits ? throw Beyond(asked) : new(named, "as asked") { IsAsked = true };
        }

        ColumnPlan[] able = [.. table.Columns.Where(IsAble)];
        ColumnPlan? called = able.LastOrDefault(plan => IsNamedBy(Words, plan.Column.Name))
            ?? able.LastOrDefault(plan => IsWeaklyNamed(plan, table))
            ?? (able.LastOrDefault()?.Kind == ColumnKind.Number ? able.LastOrDefault(IsAmount) : null);
        return called is { } guessed ? new(guessed, "its name says so")
            : able.LastOrDefault() is { } last && ReferenceEquals(last, table.Columns.LastOrDefault(IsFilled)) ? new(last, "it comes last")
            : able.LastOrDefault(plan => plan.Kind == ColumnKind.Binary) is { } two ? new(two, "it has two values")
            : able.LastOrDefault() is { } any ? new(any, "it is the last that could be predicted")
            : null;
    }

    private static bool IsAble(ColumnPlan plan) =>
        plan.Kind is ColumnKind.Binary or ColumnKind.Category or ColumnKind.Number && plan.IsAsked
            && !plan.Column.HasLimits && 2 * plan.Column.Missing < plan.Column.Rows;

    private static bool IsAmount(ColumnPlan plan) => plan.Kind == ColumnKind.Number && IsNamedBy(Amounts, plan.Column.Name);

    private static bool IsFilled(ColumnPlan plan) => plan.Kind is not (ColumnKind.Empty or ColumnKind.Constant) && plan.IsAsked;

    private static bool IsNamedBy(HashSet<string> known, string name) => known.Contains(name)
        || (NameWords.Of(name) is [.., { Length: > 1 } last] && known.Contains(last));

    // "class" is a target wherever it stands; MSSubClass is one at an end of the table, where targets stand.
    private static bool IsWeaklyNamed(ColumnPlan plan, RawTable table) => WeakWords.Contains(plan.Column.Name)
        || ((ReferenceEquals(plan, table.Columns[0]) || ReferenceEquals(plan, table.Columns[^1]))
            && IsNamedBy(WeakWords, plan.Column.Name));

    private static UserMistakeException Beyond(string asked) => new(
        $"{Quoted.Value(asked)} has cells that say a value lies beyond a limit of what was measured, such as '<4.5': what is to be "
        + "predicted has to be known, so put a number there (the limit, or half of it), or remove these rows.");

    private static UserMistakeException Unknown(RawTable table, string asked)
    {
        string[] names = [.. table.Columns.Select(plan => plan.Column.Name)];
        string meant = NearestName.Of(asked, names) is { } near ? $" (did you mean {Quoted.Value(near)}?)" : "";
        return new($"There is no column {Quoted.Value(asked)}{meant}: --target may be {Quoted.List(names)}.");
    }
}
