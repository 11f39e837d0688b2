namespace MlMaths.Torch.Tests.Review;

/// <summary>A section says first what it comes to: below its heading stands a sentence, and no table, figure or formula.</summary>
internal static class SectionRule
{
    public const string Name = "section";

    public static IEnumerable<Finding> In(ReviewedRun run) =>
        from page in run.Pages
        from section in page.Body.Where(passage => passage.Section.Length > 0).GroupBy(passage => passage.Section)
        where section.First().Kind != PassageKind.Prose
        select new Finding(Name, page.Name, section.First(), "stands before what the section comes to");
}
