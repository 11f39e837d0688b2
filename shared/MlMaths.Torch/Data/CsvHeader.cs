namespace MlMaths.Torch.Data;

/// <summary>The names in the first line, and which of them are no features.</summary>
/// <param name="Names">All columns of the file.</param>
/// <param name="TargetIndex">Which of them is to be predicted; null for none.</param>
/// <param name="BatchIndex">Which of them says the batch; null for none.</param>
/// <param name="GroupIndex">Which of them says the group; null for none.</param>
/// <param name="TimeIndex">Which of them says the time; null for none.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names, int? TargetIndex, int? BatchIndex, int? GroupIndex, int? TimeIndex)
{
    public string? Target => NameOf(TargetIndex);

    public string? Batch => NameOf(BatchIndex);

    public string? Group => NameOf(GroupIndex);

    public string? Time => NameOf(TimeIndex);

    public IReadOnlyList<string> Features => [.. Names.Where((_, index) => !HasRole(index))];

    private IEnumerable<(string Option, string Noun, int Index)> Roles =>
        from role in new (string Option, string Noun, int? Index)[]
        {
            ("--target", "target", TargetIndex), ("--batch", "batch", BatchIndex), ("--group", "group", GroupIndex), ("--time", "time", TimeIndex),
        }
        where role.Index is not null
        select (role.Option, role.Noun, role.Index!.Value);

    public bool HasRole(int index) => index == TargetIndex || index == BatchIndex || index == GroupIndex || index == TimeIndex;

    /// <summary>The header, if its names can be told apart and those that have a role are among them.</summary>
    public static CsvHeader Checked(IReadOnlyList<string> names, CsvSource source)
    {
        CheckNames(names, source);
        if (source.Roles is { Target: null, TargetMayLack: false })
        {
            throw new UserMistakeException(
                $"{source.Shown} was given without its target: say with --target COLUMN which column is to be predicted, for "
                + $"instance the last one, {Quoted.Value(names[^1])}.");
        }

        CsvHeader header = new(
            names, IndexOf("--target", source.Roles.Target), IndexOf("--batch", source.Roles.Batch),
            IndexOf("--group", source.Roles.Group), IndexOf("--time", source.Roles.Time));
        if (header.Roles.GroupBy(role => role.Index).FirstOrDefault(roles => roles.Count() > 1)?.ToArray() is [var one, var other, ..])
        {
            throw new UserMistakeException(
                $"{one.Option} and {other.Option} both name the column {Quoted.Value(names[one.Index])}: a column has one role.");
        }

        return header.Features.Count > 0 ? header : throw NoFeatures(header, source);

        int? IndexOf(string option, string? wanted) => wanted is null ? null : IndexIn(names, source, option, wanted);
    }

    private static void CheckNames(IReadOnlyList<string> names, CsvSource source)
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
    }

    private static int IndexIn(IReadOnlyList<string> names, CsvSource source, string option, string wanted)
    {
        int index = names.Index().Where(column => column.Item == wanted).Select(column => column.Index).FirstOrDefault(-1);
        if (index >= 0)
            return index;

        string meant = NearestName.Of(wanted, names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
        throw new UserMistakeException(
            $"{source.Shown} has no column {Quoted.Value(wanted)}{meant}: {option} may be {Quoted.List([.. names])}.");
    }

    private string? NameOf(int? index) => index is { } at ? Names[at] : null;

    private static UserMistakeException NoFeatures(CsvHeader header, CsvSource source)
    {
        string purpose = header.Target is null ? "add columns of numbers" : "add columns of numbers to predict it from";
        string besides = string.Join(" and ", header.Roles.Select(role => $"the {role.Noun} {Quoted.Value(header.Names[role.Index])}"));
        return new($"{source.Shown} has no column besides {besides}: {purpose}, separated by a comma, semicolon, tab or bar.");
    }
}
