using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>A model that predicts one class only is the headline: a page with a recall of 0 says it before its first heading.</summary>
internal static partial class HeadlineRule
{
    public const string Name = "headline";

    private static readonly string[] Recalls = ["test.recall", "binary.recall"];

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        if (run.Measurements.Any(one => Recalls.Contains(one.Id) && one.Value == 0)
            && !run.Report.Passages.Any(passage => passage is { Section: "", Kind: PassageKind.Prose } && OneClass().IsMatch(passage.Text)))
        {
            yield return new(
                Name, run.Report.Name, run.Report.Passages[0], "the recall is 0, and the lead does not say that nothing is found");
        }
    }

    [GeneratedRegex(@"finds none|one class only|flags (no|every) row|every row (gets|is given) the same|"
        + @"flags? (none|all) of|flags nothing|no model is needed", RegexOptions.IgnoreCase)]
    private static partial Regex OneClass();
}
