using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>Whether the pages of a run say that its held-out rows knew the answer.</summary>
internal static class RunLeak
{
    /// <summary>The check of rows and columns that the evaluation pack counts.</summary>
    private const string Count = "leakage.checks.found";

    private static readonly string[] Files = ["report.md", "cv.md"];

    private static readonly string[] Marks =
    [
        "Caution: the target is in the columns", "**The target is in the columns.**", "rests on rows that know the answer",
    ];

    /// <summary>A clause for <see cref="Reporting.CvRules"/>; null where nothing was found.</summary>
    public static string? Of(FinishedRun run)
    {
        if (run.Measurements.Any(one => one is { Id: Count, Value: > 0 }))
            return "its leakage checks found something";
        string[] pages = [.. Files.Select(name => Path.Combine(run.Folder, name)).Where(File.Exists)];
        if (pages.Length == 0 && Files.Any(run.Recorded.Contains))
            return "its pages are gone, which would say whether something gives the target away";
        return pages.Select(File.ReadAllText)
            .Any(page => Marks.Any(mark => page.Contains(mark, StringComparison.Ordinal)))
                ? "its own page says what gives the target away"
                : null;
    }
}
