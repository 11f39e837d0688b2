namespace MlMaths.Torch.Tests.Review;

/// <summary>A page that looks for one class says which, and why that one.</summary>
internal static class ClassRule
{
    public const string Name = "class";

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        if (run.Positive is { } positive && !run.Report.Body.Any(passage => passage.Text.Contains(
            $"= {positive} is the positive class: ", StringComparison.Ordinal)))
        {
            yield return new(Name, run.Report.Name, "", positive, "is looked for, and no sentence says so and why");
        }
    }
}
