using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>The words of a column's name: <c>Year</c>, <c>Remod</c> and <c>Add</c> of YearRemodAdd.</summary>
internal static partial class NameWords
{
    /// <summary>As they are spelt, in their order; digits are none.</summary>
    public static string[] Of(string name) => [.. Word().Matches(name).Select(word => word.Value)];

    // PassengerId, customerID, order_no.
    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")]
    private static partial Regex Word();
}
