using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>
/// Texts that hold amounts or several answers, and that no command reads: 71 kg beside 157 lb, 2h 26m, 139/71, R;Excel;SPSS. They are
/// too many for a category, and name neither rows nor groups.
/// </summary>
internal static partial class SeveralInOne
{
    private const int Looked = 100, FewestOfList = 3;
    private const double NearlyAll = 0.9, ListShare = 0.3;

    /// <summary>A clause that says what the texts are, and what would make features of them; null where they are something else.</summary>
    public static string? Of(RawColumn column)
    {
        IReadOnlyList<string> texts = column.FirstTexts(Looked);
        if (texts.Count < 2) return null;
        if (Share(texts, IsAmount) >= NearlyAll)
            return "amounts with units, written in several ways: as plain numbers in one unit they would be a feature";
        if (!IdentifierEvidence.IsNamedSo(column.Name) && Share(texts, text => Pair().IsMatch(text)) >= NearlyAll)
            return "two numbers in each cell: in two columns they would be features";
        return Separator(texts) is { } separator
            ? $"several answers in one cell, separated by {Quoted.Value(separator.ToString())}: with a column of yes and no for each "
                + "answer they would be features"
            : null;
    }

    // Answers come again, alone and beside others; the parts of a name or a sentence do not.
    private static char? Separator(IReadOnlyList<string> texts)
    {
        foreach (char separator in ";|,")
        {
            if (Share(texts, text => text.Contains(separator)) < ListShare) continue;
            string[] parts = [.. texts.SelectMany(text => text.Split(separator, StringSplitOptions.TrimEntries))];
            if (FewestOfList * parts.Distinct().Count() <= parts.Length && 2 * parts.Distinct().Count() <= texts.Count) return separator;
        }

        return null;
    }

    private static bool IsAmount(string text) => Amount().Match(text) is { Success: true } found
        && found.Groups["unit"].Captures.All(unit => NumberNotation.Units.Contains(unit.Value) || unit.Value is "d" or "hrs" or "mins");

    private static double Share(IReadOnlyList<string> texts, Func<string, bool> isSo) => (double)texts.Count(isSo) / texts.Count;

    [GeneratedRegex(@"^[-+\u2212]?([0-9][0-9.,]*\s?(?<unit>[\p{L}µ°/²]+)\s?)+\z")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?\s?[/x×]\s?[0-9]+([.,][0-9]+)?\z")]
    private static partial Regex Pair();
}
