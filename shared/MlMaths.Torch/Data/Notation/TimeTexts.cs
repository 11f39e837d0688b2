using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>The texts of a column of times: all numbers, or all dates in one notation.</summary>
internal static class TimeTexts
{
    private const string Advice = "write numbers in all rows, or dates like 2026-01-31 or 2026-01-31T09:30.";

    /// <summary>Reads them; the first row decides whether they are dates.</summary>
    /// <param name="name">The column's.</param>
    /// <param name="texts">Row by row.</param>
    /// <param name="shownFile">How sentences call the file.</param>
    /// <param name="lineOf">The line of the file on which a row stands.</param>
    /// <exception cref="UserMistakeException">A row is neither, or day and month may be either way round.</exception>
    public static TimeColumn Parse(string name, IReadOnlyList<string> texts, string shownFile, Func<int, int> lineOf)
    {
        double[] times = new double[texts.Count];
        bool isDate = texts.Count > 0 && Number(texts[0]) is null;
        if (isDate)
            times = Dates(name, texts, shownFile, lineOf);
        for (int row = 0; row < times.Length && !isDate; row++)
            times[row] = Number(texts[row]) ?? throw Unreadable(name, texts, row, isDate, shownFile, lineOf);
        NumberRange.Require($"The column {Quoted.Value(name)} of {shownFile}, the time,", times.DefaultIfEmpty().Min(),
            times.DefaultIfEmpty().Max());
        return new(name, times, isDate);
    }

    private static double[] Dates(string name, IReadOnlyList<string> texts, string shownFile, Func<int, int> lineOf)
    {
        string[] different = [.. texts.Distinct()];
        if (DateNotation.Of(different) is not { } notation)
        {
            int odd = texts.Index().FirstOrDefault(text => DateNotation.Of([texts[0], text.Item]) is null).Index;
            throw Unreadable(name, texts, odd, isDate: true, shownFile, lineOf);
        }

        if (notation.Days is not { } days)
        {
            throw new UserMistakeException(
                $"{shownFile}, column {Quoted.Value(name)}, the time, has dates of which {notation.Sentence}: write them as "
                + $"{notation.Example}.");
        }

        Dictionary<string, double> ofText = different.Zip(days).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. texts.Select(text => ofText[text])];
    }

    private static UserMistakeException Unreadable(
        string name, IReadOnlyList<string> texts, int row, bool isDate, string shownFile, Func<int, int> lineOf)
    {
        string must = row == 0 ? "a number or a date" : isDate ? "a date, as in the rows above" : "a number, as in the rows above";
        return new($"{shownFile}, line {lineOf(row)}, column {Quoted.Value(name)}, the time, is "
            + $"{Quoted.Value(texts[row])}, and must be {must}: {Advice}");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) ? number : null;
}
