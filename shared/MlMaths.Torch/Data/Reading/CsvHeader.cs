namespace MlMaths.Torch.Data;

/// <summary>The names in the first line, and which of them are no features.</summary>
/// <param name="Names">All columns of the file.</param>
/// <param name="TargetIndex">Which of them is to be predicted; null for none.</param>
/// <param name="BatchIndex">Which of them says the batch; null for none.</param>
/// <param name="GroupIndex">Which of them says the group; null for none.</param>
/// <param name="TimeIndex">Which of them says the time; null for none.</param>
/// <param name="LeftOut">Which of them nothing looks at.</param>
internal sealed record CsvHeader(
    IReadOnlyList<string> Names, int? TargetIndex, int? BatchIndex, int? GroupIndex, int? TimeIndex, IReadOnlySet<int> LeftOut)
{
    public string? Target => NameOf(TargetIndex);

    public string? Batch => NameOf(BatchIndex);

    public string? Group => NameOf(GroupIndex);

    public string? Time => NameOf(TimeIndex);

    public IReadOnlyList<string> Features => [.. Names.Where((_, index) => IsFeature(index))];

    /// <summary>Which option gave which column a role; a column that is left out has the role of being none.</summary>
    private IEnumerable<(string Option, string Noun, int Index)> Roles =>
        from role in (IEnumerable<(string Option, string Noun, int? Index)>)
        [
            ("--target", "target", TargetIndex), ("--batch", "batch", BatchIndex), ("--group", "group", GroupIndex),
            ("--time", "time", TimeIndex),
            .. LeftOut.Select(index => ("--leave-out", "left out", (int?)index)),
        ]
        where role.Index is not null
        select (role.Option, role.Noun, role.Index!.Value);

    public bool IsFeature(int index) =>
        index != TargetIndex && index != BatchIndex && index != GroupIndex && index != TimeIndex && !LeftOut.Contains(index);

    /// <summary>The header, if its names can be told apart and those that have a role are among them.</summary>
    public static CsvHeader Checked(IReadOnlyList<string> names, CsvSource source)
    {
        CheckNames(names, source);
        if (source.Roles is { Target: null, TargetMayLack: false })
        {
            throw new UserMistakeException(
                $"{source.Shown} was given without a target: say with --target COLUMN which column to predict, for "
                + $"instance the last one, {Quoted.Value(names[^1])}.");
        }

        CsvHeader header = new(
            names, IndexOf("--target", source.Roles.Target), IndexOf("--batch", source.Roles.Batch),
            IndexOf("--group", source.Roles.Group), IndexOf("--time", source.Roles.Time),
            source.Roles.LeftOut.Select(name => IndexIn(names, source, "--leave-out", name)).ToHashSet());
        CheckRoles(header);
        return header.Features.Count > 0 ? header : throw NoFeatures(header, source);

        int? IndexOf(string option, string? wanted) => wanted is null ? null : IndexIn(names, source, option, wanted);
    }

    private static void CheckRoles(CsvHeader header)
    {
        if (header.Roles.GroupBy(role => role.Index).FirstOrDefault(roles => roles.Count() > 1) is { } shared)
        {
            throw new UserMistakeException(
                $"{string.Join(" and ", shared.Select(role => role.Option))} both name the column "
                + $"{Quoted.Value(header.Names[shared.Key])}: "
                + "a column has only one role.");
        }
    }

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

    private string? NameOf(int? index) => index is { } at ? Names[at] : null;

    private static UserMistakeException NoFeatures(CsvHeader header, CsvSource source)
    {
        string purpose = header.Target is null ? "add columns of numbers" : "add columns of numbers to predict it from";
        string[] given = [.. header.Roles.Where(role => role.Noun != "left out")
            .Select(role => $"the {role.Noun} {Quoted.Value(header.Names[role.Index])}")];
        string besides = given.Length > 0 ? string.Join(" and ", given) : "those that are left out";
        return new($"{source.Shown} has no column besides {besides}: {purpose}, separated by a comma, semicolon, tab or bar.");
    }
}
