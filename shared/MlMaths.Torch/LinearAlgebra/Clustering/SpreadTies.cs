using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// A rounded number stands for all that round to it: values that come in ties are spread evenly over one step.
///
/// <code>
/// step h = least distance between two different values
/// the m rows that hold v get v + h((r + ½)/m − ½), r = 0 … m − 1, in an order of chance
/// </code>
/// A coin becomes a box, counts a staircase: laws with as many modes as the numbers have, and no gaps that rounding made.
/// A value that many rows share and that lies far from the next, beside a fine step, stays the lump that it is.
/// </summary>
internal static class SpreadTies
{
    public static double[] Of(double[] values, ref SplitMix64 chance)
    {
        int n = values.Length;
        double[] order = new double[n];
        int[] rows = [.. Enumerable.Range(0, n)];
        for (int i = 0; i < n; i++) order[i] = chance.Unit();
        Array.Sort(order, rows);
        double[] sorted = [.. rows.Select(row => values[row])];
        int[] byValue = [.. Enumerable.Range(0, n).OrderBy(i => sorted[i]).Select(i => rows[i])];

        double step = Step(values, byValue);
        double[] spread = (double[])values.Clone();
        if (step == 0) return spread;
        for (int from = 0, to; from < n; from = to)
        {
            to = from;
            while (to < n && values[byValue[to]] == values[byValue[from]]) to++;
            int m = to - from;
            for (int i = from; m > 1 && i < to; i++)
                spread[byValue[i]] += step * ((i - from + 0.5) / m - 0.5);
        }
        return spread;
    }

    // 0 where no value differs from another.
    private static double Step(double[] values, int[] byValue)
    {
        double step = double.PositiveInfinity;
        for (int i = 1; i < byValue.Length; i++)
        {
            double difference = values[byValue[i]] - values[byValue[i - 1]];
            if (difference > 0) step = Math.Min(step, difference);
        }
        return double.IsFinite(step) ? step : 0;
    }
}
