namespace MlMaths.Torch.Data;

/// <summary>A group with rows in several parts.</summary>
/// <param name="Group">As the file has it.</param>
/// <param name="Parts">Where it is, in the order of their use.</param>
/// <param name="Rows">How many rows it has in all parts together.</param>
internal sealed record SharedGroup(string Group, IReadOnlyList<string> Parts, int Rows);

/// <summary>
/// A leakage check: a held-out visit of a patient whose other visits trained asks the model to recognise, not to predict.
/// <see cref="GroupedSplit"/> keeps groups whole.
/// </summary>
internal static class SharedGroups
{
    /// <summary>In alphabetic order; empty where the data set has no groups.</summary>
    public static IReadOnlyList<SharedGroup> Across(DataSplit split) => split.Training.Whole.Group is not { } groups
        ? []
        :
        [
            .. split.Parts.SelectMany(part => part.Rows.Select(row => (part.Name, Group: groups.OfRow[row])))
                .GroupBy(row => row.Group, row => row.Name)
                .Select(group => new SharedGroup(group.Key, [.. group.Distinct()], group.Count()))
                .Where(group => group.Parts.Count > 1)
                .OrderBy(group => group.Group, StringComparer.Ordinal),
        ];
}
