namespace MlMaths.Torch.Tests.Review;

/// <summary>Reads every page of a run against its own numbers, and never sleeps.</summary>
internal static class Reviewer
{
    private static readonly Func<ReviewedRun, IEnumerable<Finding>>[] Rules =
    [
        NumberRule.In, IntervalRule.In, OptionRule.In, FigureRule.In, TypographyRule.In, VerdictRule.In, SumRule.In, GridRule.In,
        HeadlineRule.In, CvRule.In, SectionRule.In, ClassRule.In,
    ];

    public static IReadOnlyList<Finding> Read(string folder) => Read(ReviewedRun.Of(folder));

    public static IReadOnlyList<Finding> Read(ReviewedRun run) => [.. Rules.SelectMany(rule => rule(run)).Distinct()];
}
