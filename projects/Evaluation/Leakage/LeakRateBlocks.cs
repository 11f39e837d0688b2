using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>How often the checks of columns are right, and on whose cases that was measured.</summary>
internal static class LeakRateBlocks
{
    /// <summary>As <c>tables leaks 100</c> of the benchmarks printed it, which repeats it kind by kind.</summary>
    private static readonly (string Tables, int Count, int Found, int Hints)[] Measured =
    [
        ("with a formula, 29 kinds, 300 rows", 2900, 2898, 1),
        ("with what only knowledge of the world can tell, 5 kinds, 300 rows", 500, 0, 496),
        ("clean, 26 kinds, 30 rows", 2600, 0, 28),
        ("clean, 26 kinds, 100 rows", 2600, 0, 727),
        ("clean, 26 kinds, 300 rows", 2600, 0, 704),
        ("clean, 26 kinds, 1,000 rows", 2600, 0, 700),
    ];

    private const int LeastOfKind = 99;

    /// <summary>A table and who drew what it counts.</summary>
    public static IReadOnlyList<Block> Of() =>
    [
        new Paragraph(
            $"Of {Drawn("with a formula"):#,0} drawn tables with a formula in them the checks find {Found("with a formula"):#,0}; of "
            + $"{Drawn("clean"):#,0} clean tables they accuse {Accused()}. The cases are our own.").Told(),
        new Table(
            $"How often formulas and hints are right: drawn tables with a leak of a known kind, and clean ones. In clean tables "
            + $"with a strong honest column a hint is no mistake: it asks what no row can answer.",
            ["Tables", "Drawn", "Found", "Hint", "Nothing"],
            [.. Measured.Select(one => (IReadOnlyList<MarkdownText>)
                [
                    one.Tables, $"{one.Count:#,0}", $"{one.Found:#,0}", $"{one.Hints:#,0}", $"{one.Count - one.Found - one.Hints:#,0}",
                ])]),
        new Paragraph(
            $"In every kind with a formula it is found in at least {LeastOfKind} of 100 tables, and in no clean table was one found. "
            + $"The kinds were thought of by the same people as the checks; the seeds were not looked at while the "
            + $"rules were made. A kind that nobody here thought of may be missed: a weighted sum of several columns that lies above a "
            + $"limit wherever the outcome is positive, for one, is not looked for; nor is a "
            + $"smoothed mean of the outcome by town, while a plain one is."),
    ];

    private static int Drawn(string kind) => Sum(kind, one => one.Count);

    private static int Found(string kind) => Sum(kind, one => one.Found);

    private static string Accused() => Found("clean") is var some and > 0 ? NumberText.Count(some) : "none";

    private static int Sum(string kind, Func<(string Tables, int Count, int Found, int Hints), int> count) =>
        Measured.Where(one => one.Tables.StartsWith(kind, StringComparison.Ordinal)).Sum(count);
}
