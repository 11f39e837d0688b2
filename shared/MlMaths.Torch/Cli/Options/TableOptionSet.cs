using MlMaths.Torch.Data;

namespace MlMaths.Torch.Cli;

/// <summary>The options of every program that reads a table: how the file is written, and what its columns are.</summary>
internal static class TableOptionSet
{
    private static readonly ProjectOption<bool> NoHeaderOption = ProjectOption.Switch(
        "--no-header", "The file has no header line: columns are called column_1, column_2 and so on.");

    private static readonly ProjectOption<string?> NamesOption = ProjectOption.Text(
        "--names", "NAME,NAME", "the first line", "Names of all columns, where the file has no header line.");

    private static readonly ProjectOption<int> SkipLinesOption = ProjectOption.WholeNumber(
        "--skip-lines", 0, "Lines at the top of the file to skip.", to: 1_000_000);

    private static readonly ProjectOption<int> HeaderLinesOption = ProjectOption.WholeNumber(
        "--header-lines", 1, "Lines that name the columns, where there are several: their words are joined.", from: 1, to: 20);

    private static readonly ProjectOption<string?> EncodingOption = ProjectOption.Text(
        "--encoding", "NAME", "found by looking", "Encoding of the file, such as utf-8, windows-1252 or utf-16.");

    private static readonly ProjectOption<MissingPolicy> MissingOption = ProjectOption.Choice(
        "--missing", MissingPolicy.Median,
        "Cells without a value: filled from the training rows, their rows dropped, or the file refused.");

    private static readonly ProjectOption<string?> MissingValueOption = Pairs(
        "--missing-value", "COLUMN=VALUE,COLUMN=VALUE", "Values that mean there is none, such as dose=-999,sugar=0.",
        "names and values, such as dose=-999,sugar=0", given => NameList.Pairs(given) is { Count: > 0 });

    private static readonly ProjectOption<string?> OrderOption = Pairs(
        "--order", "COLUMN=LOW,…,HIGH", "Columns whose texts have an order, with every level, the lowest first.",
        "a name and its levels, such as grade=low,medium,high", given => NameList.Lists(given) is { Count: > 0 });

    private static readonly ProjectOption<string?> KeepOption = ProjectOption.Text(
        "--keep", "COLUMN,COLUMN", "none", "Columns to learn from although they look like identifiers, or are texts of many levels.");

    private static readonly ProjectOption<bool> DatePartsOption = ProjectOption.Switch(
        "--date-parts", "Make features of dates: day number, weekday and month.");

    public static IReadOnlyList<ProjectOption> All { get; } =
    [
        NoHeaderOption, NamesOption, SkipLinesOption, HeaderLinesOption, EncodingOption, MissingOption, MissingValueOption, OrderOption,
        KeepOption, DatePartsOption,
    ];

    public static TableOptions From(IReadOnlyDictionary<ProjectOption, object?> values)
    {
        bool hasNoHeader = Of(NoHeaderOption);
        if (Of(HeaderLinesOption) > 1 && (hasNoHeader || Of(NamesOption) is not null))
        {
            throw new UserMistakeException(
                $"{HeaderLinesOption.Name} takes the names of the columns from lines of the file, and "
                + (hasNoHeader ? $"{NoHeaderOption.Name} says that there are no such lines" : $"{NamesOption.Name} gives the names itself")
                + $": leave out one of the two, or skip those lines with {SkipLinesOption.Name}.");
        }

        return new TableOptions
        {
            NoHeader = hasNoHeader,
            Names = Of(NamesOption) is { } names ? NameList.Parse(names) : null,
            SkipLines = Of(SkipLinesOption),
            HeaderLines = Of(HeaderLinesOption),
            Encoding = Of(EncodingOption),
            Missing = Of(MissingOption),
            MissingValues = NameList.Pairs(Of(MissingValueOption)) ?? [],
            Orders = NameList.Lists(Of(OrderOption)) ?? new Dictionary<string, IReadOnlyList<string>>(),
            Keep = NameList.Parse(Of(KeepOption)),
            DateParts = Of(DatePartsOption),
        };

        T Of<T>(ProjectOption<T> option) => (T)(values.TryGetValue(option, out object? value) ? value : option.Read(null))!;
    }

    private static ProjectOption<string?> Pairs(
        string name, string placeholder, string description, string mayBe, Func<string, bool> isGood) => new(
        name, placeholder, description, null, "none", mayBe, "a=b",
        (string given, out string? value) => isGood(value = given));
}
