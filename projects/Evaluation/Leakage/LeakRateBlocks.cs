using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>How often the checks of columns are right, and on whose cases that was measured.</summary>
internal static class LeakRateBlocks
{
    /// <summary>As <c>tables leaks 100</c> of the benchmarks printed it, which repeats it kind by kind.</summary>
    private static readonly (string Tables, int Count, int Found, int Hints)[] Measured =
    [
    ];

    /// <summary>A table and who drew what it counts.</summary>
    public static IReadOnlyList<Block> Of() =>
    [
        new Table(
            $"How often formulas and hints are right: drawn tables with a leak of a known kind, and clean ones. In clean tables "
            + $"with a strong honest column a hint is no mistake: it asks what no row can answer.",
            ["Tables", "Drawn", "Found", "Hint", "Nothing"],
            [.. Measured.Select(one => (IReadOnlyList<MarkdownText>)
                [
                    one.Tables, $"{one.Count:#,0}", $"{one.Found:#,0}", $"{one.Hints:#,0}", $"{one.Count - one.Found - one.Hints:#,0}",
                ])]),
        new Paragraph(
            $"Whose cases: ours. The kinds were thought of by the same heads as the checks; the seeds were not looked at while the "
            + $"rules were made. A kind that nobody here thought of may be missed: a weighted sum of several columns that lies above a "
            + $"limit wherever the outcome is positive, for one, is not looked for."),
    ];
}
