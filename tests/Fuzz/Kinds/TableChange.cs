using System.Text;

namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>Changes to a table of cells: cells, rows, columns, separators, quotes, line ends.</summary>
internal static class TableChange
{
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r", "\n\r", "\n\n", "\u2028", "\v"];

    public static byte[] Of(byte[] input, Random chance)
    {
        string end = "\n", separator = ",", begin = "", finish = "\n";
        List<List<string>> rows =
            [.. Encoding.UTF8.GetString(input).Split('\n', '\r').Where(line => line.Length > 0).Take(200)
            .Select(line => line.Split(',').ToList())];
        for (int times = 1 + chance.Next(3); times > 0 && rows.Count > 0; times--)
        {
            switch (chance.Next(16))
            {
                case < 5:
                    SetCell(rows, InterestingText.Any(chance), chance);
                    break;
                case 5:
                    SetColumn(rows, InterestingText.Number(chance), chance);
                    break;
                case 6:
                    (separator, end) = (chance.One([";", "\t", "|", ",", " ", ", "]), chance.One(LineEnds));
                    break;
                case 7:
                    end = chance.One(LineEnds);
                    break;
                case 8:
                    rows.RemoveAt(chance.Next(rows.Count));
                    break;
                case 9:
                    rows.Insert(chance.Next(rows.Count + 1), [.. chance.One(rows)]);
                    break;
                case 10:
                    EveryRow(rows, row => row.RemoveAt(Math.Min(times, row.Count - 1)));
                    break;
                case 11:
                    EveryRow(rows, row => row.Add(row[0]));
                    break;
                case 12:
                    rows = [.. rows.Select(row => row
                        .Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").ToList())];
                    break;
                case 13:
                    begin = chance.One(["\uFEFF", "sep=;\n", "#", "\n\n", " ", "\0"]);
                    break;
                case 14:
                    finish = chance.One(["", "\"", ",", "\n\n\n", "\0", "\x1A"]);
                    break;
                default:
                    SetCell(rows, chance.One(
                        ["\"", "\"a", "a\"", "\"1\"2", "\"1\" ", " \"1\"", "5\" pipe", "\"\"\"", "\"a\nb\"",
                            "\"a,b\""]), chance);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(begin + string.Join(end, rows.Select(row => string.Join(separator, row)))
            + finish);
    }

    private static void SetCell(List<List<string>> rows, string text, Random chance)
    {
        List<string> row = chance.One(rows);
        if (row.Count > 0)
            row[chance.Next(row.Count)] = text;
    }

    private static void SetColumn(List<List<string>> rows, string text, Random chance)
    {
        int column = chance.Next(rows[0].Count + 1);
        foreach (List<string> row in rows.Skip(1).Where(row => column < row.Count))
            row[column] = text;
    }

    private static void EveryRow(List<List<string>> rows, Action<List<string>> change)
    {
        foreach (List<string> row in rows.Where(row => row.Count > 0))
            change(row);
    }
}
