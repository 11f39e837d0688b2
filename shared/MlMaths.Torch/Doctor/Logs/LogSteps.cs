using MlMaths.Torch.Data;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// The readings of one curve in the order of its steps. A log that was continued goes back a little, and what comes later counts; one that
/// counts anew in each epoch has its readings counted instead; one in no order at all is sorted.
/// </summary>
internal static class LogSteps
{
    private const int FewReturns = 3;
    private const double MostlyDistinct = 0.75, NearlyAll = 0.9;

    /// <summary>The readings, and what was done to them in a sentence; empty where nothing was.</summary>
    public static (IReadOnlyList<LogPoint> Points, string Note) InOrder(IReadOnlyList<LogPoint> points)
    {
        if (points.Any(point => !double.IsFinite(point.Step)))
        {
            LogPoint[] placed = [.. points.Where(point => double.IsFinite(point.Step))];
            (IReadOnlyList<LogPoint> others, string note) = InOrder(placed);
            return (others, $"{Counted.Of(points.Count - placed.Length, "reading")} without a step left out. {note}".TrimEnd());
        }

        int[] returns = [.. Enumerable.Range(1, Math.Max(0, points.Count - 1)).Where(at => points[at].Step < points[at - 1].Step)];
        if (returns.Length == 0) return OncePerStep(points);
        double first = points.Min(point => point.Step);
        if (returns.Length > FewReturns && returns.Count(at => points[at].Step <= first) >= NearlyAll * returns.Length)
            return (Counting(points), "Steps begin anew again and again, so the readings are counted instead.");
        return returns.Length <= FewReturns
            ? (Continued(points), $"The steps go back {Counted.Of(returns.Length, "time")}, as of a training that was continued: what "
                + "comes later counts.")
            : (OncePerStep([.. points.OrderBy(point => point.Step)]).Points, "The steps were in no order, and were sorted.");
    }

    private static LogPoint[] Counting(IReadOnlyList<LogPoint> points) =>
        [.. points.Select((point, place) => point with { Step = place + 1 })];

    private static List<LogPoint> Continued(IReadOnlyList<LogPoint> points)
    {
        List<LogPoint> kept = [];
        foreach (LogPoint point in points)
        {
            while (kept.Count > 0 && kept[^1].Step >= point.Step) kept.RemoveAt(kept.Count - 1);
            kept.Add(point);
        }

        return kept;
    }

    private static (IReadOnlyList<LogPoint> Points, string Note) OncePerStep(IReadOnlyList<LogPoint> points)
    {
        IGrouping<double, LogPoint>[] steps = [.. points.GroupBy(point => point.Step)];
        if (steps.Length == points.Count) return (points, "");
        return steps.Length < MostlyDistinct * points.Count
            ? ([.. steps.Select(step => new LogPoint(step.Key, step.Average(point => point.Value)))],
                "There are several readings of a step, and their mean counts.")
            : ([.. steps.Select(step => step.Last())],
                $"{Counted.Of(points.Count - steps.Length, "reading")} of a step that comes again: what comes later counts.");
    }
}
