namespace MlMaths.Torch.Data;

/// <summary>The names in the first line, and which of them are no features.</summary>
/// <param name="Names">All columns of the file.</param>
/// <param name="TargetIndex">Which of them is to be predicted; null for none.</param>
/// <param name="BatchIndex">Which of them says the batch; null for none.</param>
/// <param name="LeftOut">Which of them nothing looks at.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names, int? TargetIndex, int? BatchIndex, IReadOnlySet<int> LeftOut)
{
    public string? Target => TargetIndex is { } index ? Names[index] : null;

    public string? Batch => BatchIndex is { } index ? Names[index] : null;

    public IReadOnlyList<string> Features { get; } = [.. Names.Where((_, index) => IsFeature(index, TargetIndex, BatchIndex, LeftOut))];

    public bool IsFeature(int index) => IsFeature(index, TargetIndex, BatchIndex, LeftOut);

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
            source.Roles.LeftOut.Select(name => IndexIn(names, source, "--leave-out", name)).ToHashSet());
        CheckRoles(header);
        return header.Features.Count > 0 ? header : throw NoFeatures(header, source);

        int? IndexOf(string option, string? wanted) => wanted is null ? null : IndexIn(names, source, option, wanted);
    }

    private static bool IsFeature(int index, int? target, int? batch, IReadOnlySet<int> leftOut) =>
        index != target && index != batch && !leftOut.Contains(index);

    private static void CheckRoles(CsvHeader header)
    {
        (string Option, int? Index)[] roles =
            [("--target", header.TargetIndex), ("--batch", header.BatchIndex), .. header.LeftOut.Select(index => ("--leave-out", (int?)index))];
        if (roles.Where(role => role.Index is not null).GroupBy(role => role.Index).FirstOrDefault(group => group.Count() > 1) is { } shared)
        {
            throw new UserMistakeException(
                $"{string.Join(" and ", shared.Select(role => role.Option))} both name the column {Quoted.Value(header.Names[shared.Key!.Value])}: "
                + "a column has one role.");
        }
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

    private static UserMistakeException NoFeatures(CsvHeader header, CsvSource source)
    {
        string purpose = header.Target is null ? "add columns of numbers" : "add columns of numbers to predict it from";
        string besides = (header.Target, header.Batch) switch
        {
            ({ } target, _) => $"the target {Quoted.Value(target)}",
            (_, { } batch) => $"the batch {Quoted.Value(batch)}",
            _ => "those that are left out",
        };
        return new($"{source.Shown} has no column besides {besides}: {purpose}, separated by a comma, semicolon, tab or bar.");
    }
}
