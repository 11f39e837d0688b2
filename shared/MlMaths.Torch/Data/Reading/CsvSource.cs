namespace MlMaths.Torch.Data;

/// <summary>What is known about a CSV file before its text is read.</summary>
/// <param name="Shown">How a sentence for the user calls the file.</param>
/// <param name="Name">How the data set is called.</param>
/// <param name="Roles">The columns that are no features.</param>
/// <param name="Origin">Where the file comes from.</param>
/// <param name="Licence">Who may use it.</param>
internal sealed record CsvSource(string Shown, string Name, ColumnRoles Roles, string Origin, string Licence)
{
    /// <summary>Digital object identifier.</summary>
    public string? Doi { get; init; }

    /// <summary>How it is read and prepared, where the user knows better.</summary>
    public TableOptions Options { get; init; } = new();

    /// <summary>Whether every column of numbers is a feature as it is: of the library's own sets that are clean.</summary>
    public bool IsClean { get; init; }

    /// <summary>The command that was typed with those options added, ready to be typed; null where none was typed.</summary>
    public Func<IReadOnlyList<(string Option, string? Value)>, string>? Command { get; init; }

    /// <summary>The target of an embedded set.</summary>
    public string? CustomaryTarget { get; init; }

    /// <summary>The label that is looked for by custom.</summary>
    public string? DefaultPositive { get; init; }
}
