using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>A page of its own that goes with a run as a Markdown file, for who will not read the whole report.</summary>
/// <param name="FileName">Its name, <c>decision.md</c> for instance; the project's, never the user's.</param>
/// <param name="Page">What it says; its figures are saved beside those of the report.</param>
public sealed record ResultPage(string FileName, Report Page)
{
    private static readonly string[] Taken = ["report.md", "cv.md"];

    /// <summary>Its name: lower case, digits and hyphens, and <c>.md</c>.</summary>
    public string FileName { get; } = IsName(FileName) && !Taken.Contains(FileName)
        ? FileName
        : throw new ArgumentException(
            $"A page's file is named in lower case, digits and hyphens with .md, "
            + $"other than {string.Join(" and ", Taken)}; it was '{FileName}'.",
            nameof(FileName));

    private static bool IsName(string name) => name.Length > 3 && name.EndsWith(".md", StringComparison.Ordinal)
        && name[..^3].All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
