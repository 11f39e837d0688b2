namespace MlMaths.Torch.Data;

/// <summary>What single columns of a table are for; all others are features.</summary>
/// <param name="Target">Name of the column that is to be predicted; null where the user named none.</param>
public sealed record ColumnRoles(string? Target = null)
{
    /// <summary>Whether rows make sense without a target, as they do to a method that never looks at it.</summary>
    public bool TargetMayLack { get; init; }

    /// <summary>Whether columns are only looked at: no feature has to be there, and none is made.</summary>
    public bool IsOverview { get; init; }

    /// <summary>Name of the column that says in which batch a row was measured; null for none.</summary>
    public string? Batch { get; init; }

    /// <summary>Name of the column that says which rows belong together, a patient or a customer; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Name of the column that says when a row was known, as a number or an ISO 8601 date; null for none.</summary>
    public string? Time { get; init; }

    /// <summary>Names of columns that nothing looks at, such as a name or a number of the row; they may hold any text.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
