namespace MlMaths.Torch.Data;

/// <summary>Which columns are no features, found among the names of a file.</summary>
/// <param name="Target">What is predicted; null for none.</param>
/// <param name="Batch">Says the batch; null for none.</param>
/// <param name="Group">Says the group; null for none.</param>
/// <param name="Time">Says the time; null for none.</param>
/// <param name="LeftOut">Names of columns that nothing looks at.</param>
internal sealed record RolePlaces(int? Target, int? Batch, int? Group, int? Time, IReadOnlySet<string> LeftOut)
{
    /// <summary>The option that gave a column its role; null for none.</summary>
    public string? OptionOf(int place) =>
        place == Target ? "--target" : place == Batch ? "--batch" : place == Group ? "--group" : place == Time ? "--time" : null;

    /// <summary>Finds them all; what cannot be found is told.</summary>
    public static RolePlaces In(HeaderLine header, CsvSource source, TableFaults faults)
    {
        IReadOnlyList<string> names = header.Names;
        ColumnRoles roles = source.Roles;
        if (roles is { Target: null, TargetMayLack: false })
        {
            string last = names.LastOrDefault(name => name.Length > 0) ?? names[^1];
            faults.Add(
                $"{source.Shown} was given without a target: say with --target COLUMN which column to predict, for instance the last one, "
                + $"{Quoted.Value(last)}.", "--target", last);
        }

        List<(string Option, int Place)> found = [];
        int? target = Find("--target", roles.Target), batch = Find("--batch", roles.Batch), group = Find("--group", roles.Group),
            time = Find("--time", roles.Time);
        string[] leftOut = [.. NamesIn(roles.LeftOut, names)];
        foreach (string name in leftOut)
            Find("--leave-out", name);
        foreach ((string option, string name) in Mentioned(source.Options).Distinct())
            CsvHeader.TryIndexIn(names, source, option, name, faults);
        foreach (IGrouping<int, (string Option, int Place)> shared in found.GroupBy(one => one.Place).Where(same => same.Count() > 1))
        {
            faults.Add(
                $"{string.Join(" and ", shared.Select(role => role.Option))} both name the column {Quoted.Value(names[shared.Key])}: "
                + "a column has only one role.");
        }

        return new(target, batch, group, time, leftOut.ToHashSet());

        int? Find(string option, string? wanted)
        {
            if (wanted is null) return null;
            int? place = Numbered(header, wanted) ?? CsvHeader.TryIndexIn(names, source, option, wanted, faults);
            if (place is { } at) found.Add((option, at));
            return place;
        }
    }

    // Of a file without names, column 4 is a name that one types.
    private static int? Numbered(HeaderLine header, string wanted) =>
        !header.IsInFile && !header.Names.Contains(wanted) && int.TryParse(wanted, out int number) && number >= 1
            && number <= header.Names.Count
            ? number - 1
            : null;

    // A name may hold a comma; then the whole option is one name.
    private static IEnumerable<string> NamesIn(IReadOnlyList<string> wanted, IReadOnlyList<string> names) =>
        string.Join(",", wanted) is var whole && names.Contains(whole) ? [whole] : wanted;

    private static IEnumerable<(string Option, string Name)> Mentioned(TableOptions options) =>
    [
        .. options.Keep.Select(name => ("--keep", name)),
        .. options.MissingValues.Select(one => ("--missing-value", one.Column)),
        .. options.Orders.Keys.Select(name => ("--order", name)),
    ];
}
