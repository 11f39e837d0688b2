using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Runs;

/// <summary><c>run,step,epoch,split,quantity,value</c>: one number a line, so that any tool can group and plot it.</summary>
internal static class HistoryCsv
{
    public static void Write(Stream stream, IEnumerable<HistoryRow> history) => CsvRows.Write(
        stream, ["run", "step", "epoch", "split", "quantity", "value"], history.Select(Cells));

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
