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
    private const string Clock = "µs", Report = "report.md", Html = "report.html";

    private static readonly string[] OfTheStart = ["results.json", "command.json", "run.log"], Pages = [Report, Html, "cv.md"];

    /// <summary>So many of the files that came back byte for byte show that any other one should have.</summary>
    private const double MostlySame = 0.8;

    /// <summary>Every file that the run recorded, in the order of names, and those that it should have.</summary>
    /// <param name="then">The run.</param>
    /// <param name="now">Its repetition.</param>
    /// <param name="mayDiffer">Whether another machine repeated it.</param>
    /// <param name="isReworded">Whether another version did, whose pages have other words.</param>
    /// <param name="isExact">Whether all numbers came back bit for bit.</param>
    public static IReadOnlyList<RepeatedFile> Of(
        FinishedRun then, FinishedRun now, bool mayDiffer = false, bool isReworded = false, bool isExact = true)
    {
        HashSet<string> timed = [.. then.Measurements.Where(one => one.IsTimed).Select(one => one.Id)
            .Intersect(now.Measurements.Where(one => one.IsTimed).Select(one => one.Id))];
        RepeatedFile[] files =
        [
            .. then.Recorded.Select(name => new RepeatedFile(name, VerdictOf(name, then, now, timed)))
                .Concat(now.Recorded.Where(name => !IsIn(name, then)).Select(name => new RepeatedFile(name, FileVerdict.Missing)))
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
        if (!mayDiffer) return files;
        int same = files.Count(one => one.Verdict == FileVerdict.Same), other = files.Count(one => one.Verdict == FileVerdict.Other);
        bool isMachineAlike = isExact && !isReworded && same >= MostlySame * (same + other);
        return
        [
            .. files.Select(one => one.Verdict switch
            {
                FileVerdict.Missing when isReworded => one with { Verdict = FileVerdict.Elsewhere },
                FileVerdict.Other when !isMachineAlike && (isReworded || !isExact || IsRounded(one.Name, then, now))
                    => one with { Verdict = FileVerdict.Elsewhere },
                _ => one,
            }),
        ];
    }

    // The second of the start is in the name of one.
    private static bool IsIn(string name, FinishedRun run) => run.Recorded.Contains(name)
        || (name.StartsWith(EventsFile.Prefix, StringComparison.Ordinal) && Events(run) is not null);

    private static string? Events(FinishedRun run) =>
        run.Recorded.FirstOrDefault(name => name.StartsWith(EventsFile.Prefix, StringComparison.Ordinal));

    private static bool IsRounded(string name, FinishedRun then, FinishedRun now) => Path.GetExtension(name) == ".png"
        || (File.Exists(Path.Combine(now.Folder, name)) && RoundedText.AreSame(
            Text(then, name), WithCommandOf(then, now, Text(now, name))));

    private static string Text(FinishedRun run, string name) => File.ReadAllText(Path.Combine(run.Folder, name));

    private static FileVerdict VerdictOf(string name, FinishedRun then, FinishedRun now, HashSet<string> timed)
    {
        if (OfTheStart.Contains(name)) return FileVerdict.OfTheStart;
        string first = Path.Combine(then.Folder, name), second = Path.Combine(now.Folder, name);
        // One that is gone is told by the record of files.
        if (!File.Exists(first)) return FileVerdict.Same;
        if (name.StartsWith(EventsFile.Prefix, StringComparison.Ordinal))
        {
            return Events(now) is { } events
                && EventsFile.AreSame(File.ReadAllBytes(first), File.ReadAllBytes(Path.Combine(now.Folder, events)))
                ? FileVerdict.OfTheStart
                : FileVerdict.Other;
        }

        if (!File.Exists(second)) return FileVerdict.Other;
        if (File.ReadAllBytes(first).AsSpan().SequenceEqual(File.ReadAllBytes(second))) return FileVerdict.Same;
        if (!Pages.Contains(name)) return timed.Count > 0 && ShowsTimes(second) ? FileVerdict.Timed : FileVerdict.Other;
        string page = WithCommandOf(then, now, Text(now, name));
        if (Text(then, name) == page) return FileVerdict.Same;
        // What cv.md says of times is held against the numbers of the run, and report.html against report.md.
        return timed.Count > 0 && (name switch
        {
            Report => ClockWords.AreSame(Text(then, name), page, timed),
            Html => IsOfItsMarkdown(then),
            _ => OwnPages.SameButNumbers(Text(then, name), page),
        })
            ? FileVerdict.Timed
            : FileVerdict.Other;
    }

    private static bool IsOfItsMarkdown(FinishedRun run)
    {
        string html = Text(run, Html);
        Dictionary<string, string> drawings = [];
        foreach (string figure in run.Figures)
        {
            string address = Path.GetRelativePath(run.Folder, figure).Replace('\\', '/');
            drawings[address] = File.ReadAllText(figure);
            if (HtmlReport.NarrowDrawing(html, Path.GetFileNameWithoutExtension(figure)) is { } narrow)
                drawings[$"{Path.ChangeExtension(address, null)}-narrow.svg"] = narrow;
        }

        return File.Exists(Path.Combine(run.Folder, Report)) && HtmlReport.IsOf(html, Text(run, Report), drawings);
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
