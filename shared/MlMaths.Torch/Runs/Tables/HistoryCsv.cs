using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Runs;

/// <summary><c>run,step,epoch,split,quantity,value</c>: one number a line, so that any tool can group and plot it.</summary>
internal static class HistoryCsv
{
    private static readonly string[] Headers = ["run", "step", "epoch", "split", "quantity", "value"];

    /// <summary>The whole file: a run that went into a file of its own is taken from there, with all its rows.</summary>
    public static void Write(Stream stream, IEnumerable<HistoryRow> history, Func<string, HistoryFile?>? fileOf = null)
    {
        CsvRows.Write(stream, [Headers]);
        foreach ((HistoryFile? file, IEnumerable<HistoryRow> rows) in Runs(history, fileOf))
        {
            if (file is not null)
                file.CopyTo(stream);
            else
                WriteLines(stream, rows);
        }
    }

    /// <summary>Lines without a header.</summary>
    public static void WriteLines(Stream stream, IEnumerable<HistoryRow> history) => CsvRows.Write(stream, history.Select(Cells));

    /// <summary>One after the other, as they come; the rows of a run that has a file stand there.</summary>
    private static IEnumerable<(HistoryFile? File, IEnumerable<HistoryRow> Rows)> Runs(
        IEnumerable<HistoryRow> history, Func<string, HistoryFile?>? fileOf)
    {
        if (fileOf is null)
            return [(null, history)];
        return history.GroupBy(row => row.Run).Any(run => fileOf(run.Key) is not null)
            ? history.GroupBy(row => row.Run).Select(run => (fileOf(run.Key), (IEnumerable<HistoryRow>)run))
            : [(null, history)];
    }

    private static IEnumerable<string> Cells(HistoryRow row) =>
    [
        row.Run,
        SpreadsheetCell.Of(row.Step),
        SpreadsheetCell.Of(row.Epoch),
        row.Split,
        row.Quantity,
        SpreadsheetCell.Of(row.Value),
    ];
}
