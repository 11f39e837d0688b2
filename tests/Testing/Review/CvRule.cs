using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>A CV quotes nothing weak or contradicted: no recall of 0, no gain whose interval holds 0, nothing beside a leak.</summary>
internal static partial class CvRule
{
    public const string Name = "cv";

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        if (run["cv.md"] is not { } cv) yield break;
        bool leaks = run.Report.Body.Any(passage => passage.Text.StartsWith("The target is in the columns.", StringComparison.Ordinal));
        foreach (Passage line in cv.Prose.Where(line => !line.Text.StartsWith("Left out", StringComparison.Ordinal)))
        {
            foreach (string id in Ids().Matches(line.Text).Select(match => match.Groups[1].Value))
            {
                if (run.Measurements.FirstOrDefault(one => one.Id == id) is not { } quoted) continue;
                string last = id[(id.LastIndexOf('.') + 1)..];
                if (last is "recall" or "precision" or "f1" && quoted.Value == 0) yield return new(Name, cv.Name, line, $"{id} is 0");
                if (Gains().IsMatch(id) && quoted is { Low: <= 0 })
                    yield return new(Name, cv.Name, line, $"the interval of {id} holds 0");
                if (leaks && id.StartsWith("test.", StringComparison.Ordinal))
                    yield return new(Name, cv.Name, line, $"{id} is quoted, and the target is in the columns");
            }
        }
    }

    [GeneratedRegex(@"`([a-z0-9_.]+)`")]
    private static partial Regex Ids();

    [GeneratedRegex(@"(^|\.)(gain|saved)(\.|$|_)")]
    private static partial Regex Gains();
}
