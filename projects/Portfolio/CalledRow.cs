namespace MlMaths.Torch.Portfolio;

/// <summary>A row of a run's <c>probabilities.csv</c>: its class, and the class that it was called.</summary>
/// <param name="Row">Its number in the data.</param>
/// <param name="Split">training, validation or test.</param>
/// <param name="Target">As the file has it, without its quotes.</param>
/// <param name="Called">The same.</param>
internal sealed record CalledRow(long Row, string Split, string Target, string Called)
{
    private const string Name = "probabilities.csv";

    /// <summary>The rows of a run's folder; null where it has none, or none that a run wrote.</summary>
    public static IReadOnlyList<CalledRow>? In(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        try
        {
            using IEnumerator<string> lines = File.ReadLines(path).GetEnumerator();
            if (!lines.MoveNext() || Cells(lines.Current) is not ["row", "split", "target", "called", ..]) return null;
            List<CalledRow> rows = [];
            while (lines.MoveNext())
            {
                if (Cells(lines.Current) is [var row, var split, var target, var called, ..] && long.TryParse(row, out long number))
                    rows.Add(new(number, split, target, called));
            }

            return rows;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A cell in quotes may hold commas, and two quotes for one.
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        int at = 0;
        while (at <= line.Length)
        {
            bool isQuoted = at < line.Length && line[at] == '"';
            int end = isQuoted ? Closing(line, at + 1) : line.IndexOf(',', at);
            if (end < 0) end = line.Length;
            cells.Add(isQuoted ? line[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal) : line[at..end]);
            at = end + (isQuoted ? 2 : 1);
        }

        return cells;
    }

    private static int Closing(string line, int from)
    {
        for (int at = from; at < line.Length; at++)
        {
            if (line[at] != '"') continue;
            if (at + 1 < line.Length && line[at + 1] == '"') at++;
            else return at;
        }

        return -1;
    }
}
