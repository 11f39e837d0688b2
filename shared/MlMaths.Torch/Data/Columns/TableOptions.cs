namespace MlMaths.Torch.Data;

/// <summary>What is done about cells without a value.</summary>
public enum MissingPolicy
{
    /// <summary>The median of the training rows, or their most frequent level; a 0/1 column says where, if that
    /// happens often enough.</summary>
    Median,

    /// <summary>Rows with such a cell are left out.</summary>
    Drop,

    /// <summary>The file is refused.</summary>
    Refuse,
}

/// <summary>How a table is read and prepared, where the user knows better than the file says.</summary>
public sealed record TableOptions
{
    /// <summary>The file has no header line: columns are called <c>column_1</c> and so on.</summary>
    public bool NoHeader { get; init; }

    /// <summary>Names of all columns of a file without a header line; null for none.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Lines that name the columns together, from 1: the names of a column are joined.</summary>
    public int HeaderLines { get; init; } = 1;

    /// <summary>Lines at the top that are not looked at.</summary>
    public int SkipLines { get; init; }

    /// <summary>Name of the encoding; null: found by looking.</summary>
    public string? Encoding { get; init; }

    /// <summary>Default: median and indicator.</summary>
    public MissingPolicy Missing { get; init; }

    /// <summary>Values of single columns that mean that there is none: dose −999.</summary>
    public IReadOnlyList<(string Column, string Value)> MissingValues { get; init; } = [];

    /// <summary>Levels of columns that have an order, the lowest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Orders { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Columns that are features although they look like identifiers, or are constant.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Whether dates become features: weekday, month and day number.</summary>
    public bool DateParts { get; init; }

    /// <summary>Whether categories become features; where not, they stay outside, for checks.</summary>
    public bool EncodeCategories { get; init; } = true;
}
