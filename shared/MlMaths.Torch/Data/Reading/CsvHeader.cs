namespace MlMaths.Torch.Data;

/// <summary>The names in the first line of a table.</summary>
/// <param name="Names">All columns of the file.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names)
{
    /// <summary>Refuses names that are blank or there twice.</summary>
    public static void CheckNames(IReadOnlyList<string> names, CsvSource source)
    {
        for (int index = 0; index < names.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(names[index]))
            {
                throw new UserMistakeException(
                    $"{source.Shown} has no name for column {index + 1}: give every column a name in the header.");
            }
        }

        if (names.Index().GroupBy(column => column.Item).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            throw new UserMistakeException(
                $"{source.Shown} has the column {Quoted.Value(twins.Key)} {twins.Count()} times (columns "
                + $"{string.Join(" and ", twins.Select(column => column.Index + 1))}): give each column its own name.");
        }
    }

    /// <summary>Where a column is that an option names, or the sentence that says which ones there are.</summary>
    public static int IndexIn(IReadOnlyList<string> names, CsvSource source, string option, string wanted)
    {
        int index = names.Index().Where(column => column.Item == wanted).Select(column => column.Index).FirstOrDefault(-1);
        if (index >= 0)
            return index;

        string meant = NearestName.Of(wanted, names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
        throw new UserMistakeException(
            $"{source.Shown} has no column {Quoted.Value(wanted)}{meant}: {option} may be {Quoted.List([.. names])}.");
    }

    /// <summary>The same, where a fault is told and not thrown.</summary>
    public static int? TryIndexIn(IReadOnlyList<string> names, CsvSource source, string option, string wanted, TableFaults faults)
    {
        try
        {
            return IndexIn(names, source, option, wanted);
        }
        catch (UserMistakeException mistake)
        {
            faults.Add(mistake.Message);
            return null;
        }
    }
}
