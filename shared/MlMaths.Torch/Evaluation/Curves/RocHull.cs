namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The thresholds that can be the cheapest: corners of the smallest convex shape over the ROC curve (F. Provost and
/// T. Fawcett, 2001, Machine Learning 42:203–231). Whatever errors and reviews cost and whatever the base rate is, the cost
/// is a plane over (FPR, TPR); a plane over a shape without dents is lowest at a corner.
/// </summary>
internal static class RocHull
{
    /// <summary>
    /// Indices into the curve that starts with "nothing is called" (index 0) and goes on with the thresholds, descending;
    /// ascending, first and last included. Of points on one edge only the ends are corners. O(n), in integers.
    /// </summary>
    public static IReadOnlyList<int> Corners(ThresholdCounts counts)
    {
        List<int> corners = [];
        for (int k = 0; k <= counts.Thresholds.Count; k++)
        {
            while (corners.Count > 1 && !TurnsRight(counts, corners[^2], corners[^1], k)) corners.RemoveAt(corners.Count - 1);
            corners.Add(k);
        }
        return corners;
    }

    // From a to b to c the curve bends down: the cross product of the two legs is negative.
    private static bool TurnsRight(ThresholdCounts counts, int a, int b, int c)
    {
        long alongX = Alarms(counts, b) - Alarms(counts, a), alongY = Hits(counts, b) - Hits(counts, a);
        long onX = Alarms(counts, c) - Alarms(counts, b), onY = Hits(counts, c) - Hits(counts, b);
        return alongX * onY - alongY * onX < 0;
    }

    private static long Hits(ThresholdCounts counts, int k) => k == 0 ? 0 : counts.CumulativePositives[k - 1];

    private static long Alarms(ThresholdCounts counts, int k) => k == 0 ? 0 : counts.CumulativeNegatives[k - 1];
}
