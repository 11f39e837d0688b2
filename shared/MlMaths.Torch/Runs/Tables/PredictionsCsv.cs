namespace MlMaths.Torch.Runs;

/// <summary><c>row,split,fold,target,score</c>, or one <c>score_model</c> per model.</summary>
internal static class PredictionsCsv
{
    public static void Write(Stream stream, Predictions predictions)
    {
        IEnumerable<string> scores = predictions.Models.Count == 0 ? ["score"] : predictions.Models.Select(model => $"score_{model}");
        int columns = Math.Max(1, predictions.Models.Count);
        CsvRows.Write(stream, ["row", "split", "fold", "target", .. scores], predictions.Rows.Select(row => Cells(row, columns)));
    }

    private static IEnumerable<string> Cells(Prediction prediction, int columns)
    {
        if (prediction.Scores.Count != columns)
            throw new ArgumentException($"Row {prediction.Row} has {prediction.Scores.Count} scores, and there are {columns} models.");
        return
        [
            SpreadsheetCell.Of(prediction.Row),
            prediction.Split,
            prediction.Fold is { } fold ? SpreadsheetCell.Of(fold) : "",
            prediction.Target,
            .. prediction.Scores.Select(SpreadsheetCell.Of),
        ];
    }
}
