using System.Net;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>
/// A file of a run beside that of its repetition. On the same machine a seed gives the same bytes, so that a file that was forged is
/// found even where the record of files was forged with it; what tells of the start, the folder or a clock differs each time.
/// </summary>
/// <param name="Name">Its path within the folder.</param>
/// <param name="Verdict">What is said of it.</param>
internal sealed record RepeatedFile(string Name, FileVerdict Verdict)
{
    private const string Clock = "µs";

    private static readonly string[] OfTheStart = ["results.json", "command.json", "run.log"],
        Pages = ["report.md", "report.html", "cv.md"];

    /// <summary>Every file that the run recorded, in the order of names.</summary>
    public static IReadOnlyList<RepeatedFile> Of(FinishedRun then, FinishedRun now)
    {
        bool isTimed = then.Measurements.Any(one => one.IsTimed) && now.Measurements.Any(one => one.IsTimed);
        return
        [
            .. then.Recorded.Order(StringComparer.Ordinal)
                .Select(name => new RepeatedFile(name, VerdictOf(name, then, now, isTimed))),
        ];
    }

    private static FileVerdict VerdictOf(string name, FinishedRun then, FinishedRun now, bool isTimed)
    {
        if (OfTheStart.Contains(name) || name.StartsWith("events.", StringComparison.Ordinal)) return FileVerdict.OfTheStart;
        string first = Path.Combine(then.Folder, name), second = Path.Combine(now.Folder, name);
        // One that is gone is told by the record of files.
        if (!File.Exists(first)) return FileVerdict.Same;
        if (!File.Exists(second)) return FileVerdict.Other;
        if (File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second))) return FileVerdict.Same;
        if (isTimed && (Pages.Contains(name) || ShowsTimes(second))) return FileVerdict.Timed;
        return Pages.Contains(name) && File.ReadAllText(first) == WithCommandOf(then, now, File.ReadAllText(second))
            ? FileVerdict.Same
            : FileVerdict.Other;
    }

    // A page ends with the command of its run, which names the folder, and says where the rows come from, which may be another place now.
    private static string WithCommandOf(FinishedRun then, FinishedRun now, string page)
    {
        page = Replaced(page, now.Command, then.Command);
        return (PublishedTable.Typed(now), PublishedTable.Typed(then)) is ({ } here, { } there) ? Replaced(page, here, there) : page;
    }

    private static string Replaced(string page, string now, string then) => page
        .Replace(now, then, StringComparison.Ordinal)
        .Replace(MarkdownText.Escaped(now).ToString(), MarkdownText.Escaped(then).ToString(), StringComparison.Ordinal)
        .Replace(Escaped(now), Escaped(then), StringComparison.Ordinal);

    private static string Escaped(string words) => WebUtility.HtmlEncode(words).Replace("&#39;", "'", StringComparison.Ordinal);

    // A picture, by its drawing.
    private static bool ShowsTimes(string path) => Path.ChangeExtension(path, ".svg") is var drawing
        && Path.GetExtension(path) is ".svg" or ".png" or ".json" && File.Exists(drawing)
        && File.ReadAllText(drawing).Contains(Clock, StringComparison.Ordinal);
}
