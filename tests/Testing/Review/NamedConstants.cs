using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>
/// Numbers that a sentence may say though nothing measured them, by rule: whole numbers up to ten, round thousands that shares are
/// counted in, the levels of intervals and tests, what stands in a formula, and a number behind a word that names it (row 0, seed 7).
/// </summary>
internal static partial class NamedConstants
{
    private const double MostSaidAsWord = 10;

    private static readonly double[] Levels = [0.05, 0.95, 0.99, 0.5, 50, 90, 95, 99, 100, 1_000, 10_000, 1_000_000];

    public static bool Has(string text, WrittenNumber number) =>
        (number.Value >= 0 && number.Value <= MostSaidAsWord && number.Value == Math.Truncate(number.Value) && !number.Text.Contains('.'))
        || Levels.Contains(number.Value)
        || IsInFormula(text, number)
        || Naming().IsMatch(text[..number.Index]);

    // Part of a formula: an operator or a bracket without a blank touches it.
    private static bool IsInFormula(string text, WrittenNumber number) =>
        (number.Index > 0 && "·×²√=^".Contains(text[number.Index - 1]))
        || (number.End < text.Length && "·×²√/^".Contains(text[number.End]));

    [GeneratedRegex(@"(\bfloat|\bseed|\bfold|\brow|\bweek|\bwindow|\blayer ?|\bseeds|\bp =|\bversion) $")]
    private static partial Regex Naming();
}
