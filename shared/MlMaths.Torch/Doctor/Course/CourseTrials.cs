namespace MlMaths.Torch.Doctor;

/// <summary>A change that was tried once, with the same seed and order of rows.</summary>
/// <param name="Change">The change.</param>
/// <param name="Loss">Validation loss with it.</param>
/// <param name="Closed">Share of the distance to the reference that it takes away, at most 1.</param>
internal sealed record CourseTrial(SettingChange Change, double Loss, double Closed);

/// <summary>
/// Which change takes a symptom away, asked of the training itself: each is made alone, and trained once.
///
/// <code>
/// closed = (loss − loss with the change) / (loss − reference)        a change is a cause where this is from one half up
/// </code>
///
/// Fields that are out of the ordinary are put back first, and of those that close about as much the one upstream comes first; only where
/// that is not enough, ordinary fields are moved, one after the other, until one closes nearly all.
/// </summary>
internal static class CourseTrials
{
    private const double Half = 0.5, NearlyAll = 0.8, AboutAsMuch = 0.8;
    private const int Most = 3;

    /// <summary>The changes that help, the first to look at first; at most three.</summary>
    public static IReadOnlyList<CourseTrial> Of(
        IEnumerable<SettingChange> changes, double loss, double reference, Func<IReadOnlyList<SpecChange>, double> lossWith)
    {
        List<CourseTrial> tried = [];
        foreach (SettingChange change in changes)
        {
            if (!change.IsReset && tried.Any(one => one.Closed >= NearlyAll)) continue;
            double with = lossWith(change.Fault.Tried);
            tried.Add(new(change, with, loss > reference ? Math.Min(1, (loss - with) / (loss - reference)) : 0));
        }

        CourseTrial[] helped = [.. tried.Where(one => one.Closed >= Half)];
        if (helped.Length == 0) return [];
        double most = helped.Max(one => one.Closed);
        return
        [
            .. helped.OrderBy(one => one.Closed < AboutAsMuch * most)
                .ThenBy(one => !one.Change.IsReset)
                .ThenBy(one => one.Change.IsReset ? one.Change.Order : 0)
                .DistinctBy(one => one.Change.Fault.Id)
                .Take(Most),
        ];
    }
}
