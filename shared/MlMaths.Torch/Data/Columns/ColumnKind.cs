namespace MlMaths.Torch.Data;

/// <summary>What a column is.</summary>
public enum ColumnKind
{
    /// <summary>Every cell is a number.</summary>
    Number,

    /// <summary>Two values, of whatever sort.</summary>
    Binary,

    /// <summary>A few texts, without an order.</summary>
    Category,

    /// <summary>A few texts, with an order that the user gave.</summary>
    Ordered,

    /// <summary>Every cell is a date.</summary>
    Date,

    /// <summary>It names or numbers rows.</summary>
    Identifier,

    /// <summary>Texts too many, or too rare, to learn from.</summary>
    Text,

    /// <summary>One value.</summary>
    Constant,

    /// <summary>No value.</summary>
    Empty,
}

/// <summary>What is done with a column.</summary>
public enum ColumnAction
{
    /// <summary>Its numbers are a feature as they are.</summary>
    Kept,

    /// <summary>It becomes one feature or several.</summary>
    Encoded,

    /// <summary>Nothing learns from it.</summary>
    Dropped,

    /// <summary>It is what is predicted.</summary>
    Target,

    /// <summary>It says which rows belong together.</summary>
    Group,

    /// <summary>It says when a row was known.</summary>
    Time,

    /// <summary>It says in which batch a row was measured.</summary>
    Batch,

    /// <summary>It cannot be used as it is.</summary>
    Refused,
}

/// <summary>A value that may stand for a missing one: reported, never replaced unasked.</summary>
/// <param name="Value">The number.</param>
/// <param name="Rows">How many rows have it.</param>
/// <param name="Why">A clause: <c>far from all other values</c>.</param>
public sealed record SuspectValue(double Value, int Rows, string Why);
