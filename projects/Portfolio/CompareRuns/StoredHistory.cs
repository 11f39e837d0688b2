using System.Globalization;
using CsvHelper;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>A run's <c>history.csv</c>, read again.</summary>
internal static class StoredHistory
{
    private const string Name = "history.csv";

    private const int Cells = 6;

    /// <summary>Its rows of some quantities; null where the folder has no such file, or none that a run wrote.</summary>
    /// <param name="folder">Of the run.</param>
    /// <param name="isMeant">Whether a quantity of a split is wanted.</param>
    public static IReadOnlyList<HistoryRow>? In(string folder, Func<string, string, bool> isMeant)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        try
        {
            using CsvReader file = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions());
            if (file.Headers is not ["run", "step", "epoch", "split", "quantity", "value"]) return null;
            List<HistoryRow> rows = [];
            while (file.Read())
            {
                if (file.FieldCount == Cells && Row(file) is { } row && isMeant(row.Quantity, row.Split)) rows.Add(row);
            }

            return rows;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A value that is no finite number is one of a training that diverged, and ends its curve.
    private static HistoryRow? Row(CsvReader file) =>
        int.TryParse(file.GetSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int step)
        && double.TryParse(file.GetSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out double epoch)
            ? new(
                file.GetString(0), step, epoch, file.GetString(3), file.GetString(4),
                double.TryParse(file.GetSpan(5), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)
            : null;
}
