using System.Globalization;
using CsvHelper;

namespace MlMaths.Torch.Portfolio;

/// <summary>A row of a run's <c>probabilities.csv</c>: its class, and the class that it was called.</summary>
/// <param name="Row">Its number in the data.</param>
/// <param name="Split">training, validation or test.</param>
/// <param name="Target">As the data has it.</param>
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
            using CsvReader file = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions());
            if (file.Headers is not ["row", "split", "target", "called", ..]) return null;
            List<CalledRow> rows = [];
            while (file.Read())
            {
                if (file.FieldCount > 3 && long.TryParse(file.GetSpan(0), NumberStyles.None, CultureInfo.InvariantCulture, out long row))
                    rows.Add(new(row, file.GetString(1), file.GetString(2), file.GetString(3)));
            }

            return rows;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
