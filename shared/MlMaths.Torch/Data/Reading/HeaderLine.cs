using static MlMaths.Torch.Data.HeaderCells;

namespace MlMaths.Torch.Data;

/// <summary>
/// Where the names of the columns come from: the first line, where it differs from what stands below it, or an option. A first line
/// that looks like data is never taken for names in silence, and a row is never lost.
/// </summary>
/// <param name="Names">All columns; blank where the header has none.</param>
/// <param name="IsInFile">Whether the first line holds them.</param>
internal sealed record HeaderLine(IReadOnlyList<string> Names, bool IsInFile)
{
    private const int Shown = 5;

    /// <summary>Records of the file that are none of its rows.</summary>
    public int Records { get; private init; } = IsInFile ? 1 : 0;

    /// <summary>Decides, from the first lines of the file.</summary>
    /// <param name="first">The first records.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="source">How sentences call the file.</param>
    /// <param name="faults">Told why it cannot be decided.</param>
    /// <param name="linesThrough">How many lines of the file there are through the record of a number.</param>
    public static HeaderLine Of(
        IReadOnlyList<string[]> first, TableOptions options, CsvSource source, TableFaults faults, Func<int, int> linesThrough)
    {
        if (options.Names is { } names)
            return Given(names, first[0].Length, source, faults);
        if (options.NoHeader)
            return new([.. Enumerable.Range(1, first[0].Length).Select(number => $"column_{number}")], IsInFile: false);
        if (options.HeaderLines > 1)
        {
            string[] joined = HeaderBlock.Joined([.. first.Take(options.HeaderLines)]);
            RequireDistinct(joined, source, faults, linesThrough(options.HeaderLines - 1));
            return new(joined, IsInFile: true) { Records = options.HeaderLines };
        }

        string[] header = [.. first[0].Select(name => name.Trim(' ', '\t'))];
        if (first.Count > 1)
            Ask(header, [.. first.Skip(1)], source, faults, linesThrough);
        if (!faults.Any)
            RequireDistinct(header, source, faults, linesThrough(0));
        return new(header, IsInFile: true);
    }

    private static HeaderLine Given(IReadOnlyList<string> names, int width, CsvSource source, TableFaults faults)
    {
        if (names.Count != width)
        {
            faults.Add(
                $"--names has {Counted.Of(names.Count, "name")}, and the first line of {source.Shown} has {Counted.Cells(width)}: "
                + "give one name for each column, separated by commas.");
        }

        RequireDistinct(names, source, faults, null);
        return new(names, IsInFile: false);
    }

    private static void Ask(string[] header, string[][] below, CsvSource source, TableFaults faults, Func<int, int> linesThrough)
    {
        int width = below.GroupBy(row => row.Length).MaxBy(rows => rows.Count())!.Key;
        string shown = $"{Quoted.List([.. header.Where((cell, place) => place == 0 || cell.Length > 0)], Shown)}";
        int named = header.Length < width && !header.Any(IsNumber) ? Array.FindIndex(below, row => row.Length == width)
            : IsTitle(header, width) ? Array.FindIndex(below, row => !IsTitle(row, width))
            : -1;
        if (named >= 0 && below.Length > named + 1 && below[named].Length == width
            && !below[named].Any(cell => IsNumber(cell) || cell.Trim().Length == 0)
            && Enumerable.Range(0, width).Any(place => AreNumbers(below[(named + 1)..], place)))
        {
            int lines = linesThrough(named);
            faults.Add(
                $"{source.Shown} begins with {Counted.Of(named + 1, "line")} of another kind ({shown}) above the names of its columns "
                + $"({Quoted.List([.. below[named]], Shown)}): with --skip-lines {lines} the table begins there.",
                "--skip-lines", FormattableString.Invariant($"{lines}"));
        }
        else if (header.Length < width && header.All(IsNumber))
        {
            faults.Add(
                $"{source.Shown}: rows have {width} cells and the first line {header.Length}, all of them numbers "
                    + $"({shown}), so it does not "
                + $"look like a header: {NoHeaderAdvice(width)}", WithoutHeader(width, source));
        }
        else if (header.Length < width && below[0].Skip(header.Length).Any(cell => cell.Trim().Length > 0))
        {
            faults.Add(
                $"{source.Shown}: rows have {width} cells and the first line has {Counted.Of(header.Length, "name")} ({shown}): "
                + $"{(header.Length == width - 1 ? "is the first column one of row names? " : "")}skip that line, and name every column.",
                [("--skip-lines", "1"), ("--names", NameList.Write(Completed(header, width)))]);
        }
        else
        {
            AskOfRows(header, below, source, faults, linesThrough);
        }
    }

    private static void AskOfRows(string[] header, string[][] below, CsvSource source, TableFaults faults, Func<int, int> linesThrough)
    {
        string shown = Quoted.List([.. header], Shown);
        if (HeaderBlock.Lines([header, .. below]) is { } several)
        {
            faults.Add(
                $"{source.Shown}: the first {several} lines look like names of columns ({shown} and what stands below), and numbers begin "
                + $"after them: with --header-lines {several} the words of a column are joined to its name.",
                "--header-lines", FormattableString.Invariant($"{several}"));
        }
        else if (LooksLikeData(header, below))
        {
            faults.Add(
                $"{source.Shown}: the first line looks like data ({shown}), like the rows below it, and a header has names: "
                + NoHeaderAdvice(header.Length) + NamesAdvice(header, linesThrough(0)), WithoutHeader(header.Length, source));
        }
        else if (HeaderBlock.RepeatedWord(below) is { } word)
        {
            faults.Add(
                $"{source.Shown}: line 2 has {Quoted.Value(word)} in most columns and no other row has it, as a second header does: "
                + "with --header-lines 2 it belongs to the names.", "--header-lines", "2");
        }
        else if (HasSecondHeader(header, below))
        {
            faults.Add(
                $"{source.Shown}: line 2 looks like a second header ({Quoted.List([.. below[0]], Shown)}), as the "
                    + $"rows below it hold numbers: "
                + "with --skip-lines 1 the columns are named by line 2, and with --header-lines 2 by both.", "--skip-lines", "1");
        }
    }

    private static string NoHeaderAdvice(int width) =>
        $"with --no-header columns are called column_1 to column_{width}, and --names a,b,c names them.";

    // A header of words and a year, above words and numbers, looks like a row; who knows better can say so.
    private static string NamesAdvice(string[] header, int lines) => header.Any(name => !IsNumber(name) && name.Length > 0)
        ? $" If these are its names, --skip-lines {lines} --names "
            + $"{Quoted.Typed(NameList.Write(Completed(header, header.Length)))} keeps them."
        : "";

    // A target that was named as a person calls it has no such name in the file: the last column is a guess that one sees.
    private static IReadOnlyList<(string Option, string? Value)> WithoutHeader(int width, CsvSource source)
    {
        string? target = source.Roles.Target;
        bool isThere = target is null || (int.TryParse(target.Replace("column_", ""), out int number) && number >= 1 && number <= width);
        return isThere ? [("--no-header", null)] : [("--no-header", null), ("--target", $"column_{width}")];
    }

    private static IEnumerable<string> Completed(string[] header, int width) => header.Length == width - 1
        ? [header.Contains("row") ? "row_name" : "row", .. header]
        : [.. header, .. Enumerable.Range(header.Length + 1, width - header.Length).Select(number => $"column_{number}")];

    private static bool LooksLikeData(string[] header, string[][] below)
    {
        int[] places = [.. Enumerable.Range(0, header.Length)];
        if (IsCount(header) || YearNumbers.AreNames(header, IsNumber, place => below.Select(row => Cell(row, place)))) return false;
        // A header that comes again further down hides no numbers.
        string[][] other = [.. below.Where(row => !places.All(place => Cell(row, place) == header[place]))];
        int[] numbers = [.. places.Where(place => AreNumbers(other, place))];
        if (numbers.Length > 0)
        {
            return numbers.All(place => IsNumber(header[place]) || IsMissing(header[place]))
                && numbers.Any(place => IsNumber(header[place]));
        }

        return 2 * places.Count(place => header[place].Length > 0 && below.Any(row => Cell(row, place) == header[place])) >= places.Length;
    }

    // What tools write where columns have no names: 0, 1, 2 and so on, or from 1.
    private static bool IsCount(string[] header) => header.Length > 2 && header[0] is "0" or "1"
        && header.Index().All(name => name.Item == $"{name.Index + (header[0] == "1" ? 1 : 0)}");

    private static bool HasSecondHeader(string[] header, string[][] below)
    {
        if (below.Length < 3) return false;
        int[] numbers = [.. Enumerable.Range(0, header.Length).Where(place => AreNumbers(below[1..], place))];
        int words = numbers.Count(place => IsWord(Cell(below[0], place)));
        return words >= 2 && 2 * words >= numbers.Length;
    }

    private static void RequireDistinct(IReadOnlyList<string> names, CsvSource source, TableFaults faults, int? headerLine)
    {
        foreach (var twins in names.Index().Where(name => name.Item.Length > 0).GroupBy(name => name.Item).Where(same => same.Count() > 1))
        {
            IReadOnlyList<(string Option, string? Value)> options = headerLine is { } line
                ? [("--skip-lines", FormattableString.Invariant($"{line}")), ("--names", NameList.Write(Distinct(names)))]
                : [("--names", NameList.Write(Distinct(names)))];
            faults.Add(
                $"{source.Shown} has the column {Quoted.Value(twins.Key)} {twins.Count()} times (columns "
                + $"{string.Join(" and ", twins.Select(column => column.Index + 1))}): give each column its own name.", options);
        }
    }

    // The second size becomes size_2, and a column without a name column_3.
    private static IEnumerable<string> Distinct(IReadOnlyList<string> names)
    {
        HashSet<string> taken = [.. names];
        Dictionary<string, int> met = [];
        foreach ((int place, string given) in names.Index())
        {
            string name = given.Length > 0 ? given : $"column_{place + 1}";
            int copy = met[name] = met.GetValueOrDefault(name) + 1;
            string distinct = name;
            while (copy > 1 && !taken.Add(distinct = $"{name}_{copy}")) copy++;
            yield return distinct;
        }
    }
}
