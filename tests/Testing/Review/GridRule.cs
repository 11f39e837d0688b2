using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>An optimum at the end of what was tried is said to be one.</summary>
internal static partial class GridRule
{
    public const string Name = "grid";

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        foreach (ReviewedPage page in run.Pages)
        {
            foreach (Passage figure in page.Body.Where(passage => passage.Kind == PassageKind.Alternative))
            {
                if (Chosen().Match(figure.Text) is not { Success: true } match) continue;
                string chosen = match.Groups[3].Value;
                if ((chosen == match.Groups[1].Value || chosen == match.Groups[2].Value) && !Said(page, figure.Section))
                    yield return new(Name, page.Name, figure, $"{chosen} is the end of the grid, and no sentence says so");
            }
        }
    }

    private static bool Said(ReviewedPage page, string section) =>
        page.Prose.Any(passage => passage.Section == section && AtEnd().IsMatch(passage.Text));

    [GeneratedRegex(@"from ([\d.e-]+\d) to ([\d.e-]+\d); chosen is ([\d.e-]+\d)")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\bend of (the grid|what was tried)|\b(largest|smallest|strongest|weakest) that was tried|at the end of")]
    private static partial Regex AtEnd();
}
