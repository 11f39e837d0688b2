using System.Globalization;

namespace MlMaths.Torch.Portfolio;

/// <summary>A row of a run's <c>predictions.csv</c>.</summary>
/// <param name="Row">Its number in the data.</param>
/// <param name="Split">training, validation or test.</param>
/// <param name="Target">As the file has it, without its quotes.</param>
/// <param name="Scores">One for each model.</param>
internal sealed record PredictedRow(long Row, string Split, string Target, double[] Scores);

/// <summary>What a run scored, row by row.</summary>
/// <param name="Models">Names of the columns with scores.</param>
/// <param name="Rows">In the order of the file.</param>
internal sealed record PredictedRows(IReadOnlyList<string> Models, IReadOnlyList<PredictedRow> Rows)
{
    private const string Name = "predictions.csv";

    private const int BeforeTarget = 3, BeforeScores = 4;

    /// <summary>The file of a run's folder; null where it has none, or none that a run wrote.</summary>
    public static PredictedRows? In(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        try
        {
            using IEnumerator<string> lines = File.ReadLines(path).GetEnumerator();
            if (!lines.MoveNext() || lines.Current.Split(',') is not ["row", "split", "fold", "target", .. { Length: > 0 } models])
                return null;
            List<PredictedRow> rows = [];
            while (lines.MoveNext())
            {
                if (Read(lines.Current, models.Length) is { } row) rows.Add(row);
            }

            return new(models, rows);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Only the target may hold commas of its own: three cells stand before it, and the scores after it.
    private static PredictedRow? Read(string line, int models)
    {
        string[] cells = line.Split(',');
        if (cells.Length < BeforeScores + models) return null;
        double[] scores = new double[models];
        for (int model = 0; model < models; model++)
        {
            if (!double.TryParse(cells[cells.Length - models + model], NumberStyles.Float, CultureInfo.InvariantCulture, out scores[model])
                || !double.IsFinite(scores[model]))
            {
                return null;
            }
        }

        string target = string.Join(',', cells[BeforeTarget..^models]);
        if (target is ['"', .. var inner, '"']) target = inner.Replace("\"\"", "\"");
        return long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out long row)
            ? new(row, cells[1], target, scores)
            : null;
    }
}
