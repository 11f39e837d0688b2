namespace MlMaths.Torch.Data;

/// <summary>The names in the first line, and which of them is the target.</summary>
/// <param name="Names">All columns of the file.</param>
/// <param name="TargetIndex">Which of them is to be predicted.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names, int TargetIndex)
{
    public string Target => Names[TargetIndex];

    public IReadOnlyList<string> Features { get; } = [.. Names.Where((_, index) => index != TargetIndex)];

    /// <summary>The header, if its names can be told apart and the target is one of them.</summary>
    public static CsvHeader Checked(IReadOnlyList<string> names, CsvSource source)
    {
        for (int index = 0; index < names.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(names[index]))
                throw new UserMistakeException($"{source.Shown} has no name for column {index + 1}: give every column a name in the header.");
        }

        if (names.Index().GroupBy(column => column.Item).FirstOrDefault(group => group.Count() > 1) is { } twins)
        {
            throw new UserMistakeException(
                $"{source.Shown} has the column {Quoted.Value(twins.Key)} {twins.Count()} times (columns "
                + $"{string.Join(" and ", twins.Select(column => column.Index + 1))}): give each column its own name.");
        }

        int target = TargetIn(names, source);
        return names.Count > 1
            ? new(names, target)
            : throw new UserMistakeException(
                $"{source.Shown} has no column besides the target {Quoted.Value(names[target])}: add columns of numbers to predict "
                + "it from, separated by a comma, semicolon, tab or bar.");
    }

    private static int TargetIn(IReadOnlyList<string> names, CsvSource source)
    {
        if (source.Target is not { } wanted)
        {
            throw new UserMistakeException(
                $"{source.Shown} was given without its target: say with --target COLUMN which column is to be predicted, for "
                + $"instance the last one, {Quoted.Value(names[^1])}.");
        }

        int index = names.Index().Where(column => column.Item == wanted).Select(column => column.Index).FirstOrDefault(-1);
        if (index >= 0)
            return index;

        string meant = NearestName.Of(wanted, names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
        throw new UserMistakeException(
            $"{source.Shown} has no column {Quoted.Value(wanted)}{meant}: --target may be {Quoted.List([.. names])}.");
    }
}
