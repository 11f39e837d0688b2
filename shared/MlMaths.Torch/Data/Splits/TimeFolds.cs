using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>
/// Cross-validation that never looks ahead: the rows are cut into k + 1 stretches of time, and fold i learns from the first i
/// of them and is held out on the next. The first stretch is never held out, and the last never trains.
/// </summary>
public static class TimeFolds
{
    /// <summary>By the data set's times; rows of one time stay together.</summary>
    /// <param name="dataset">Rows with times, more different ones than folds.</param>
    /// <param name="count">k, at least 2.</param>
    /// <param name="gap">Training rows less than this before the held-out stretch are left out: days, or the column's own unit.</param>
    public static IReadOnlyList<Fold> Of(Dataset dataset, int count, double gap = 0)
    {
        FoldNumbers.Check(count);
        CheckGap(gap);
        var order = new TimeOrder(dataset);
        CheckMoments(dataset, order, count + 1, $"cross-validation by time with {count} folds");
        int[] cuts = [.. order.CutsAt([.. Enumerable.Range(1, count).Select(stretch => stretch / (count + 1.0))]), dataset.Rows];
        Fold[] folds =
        [
            .. Enumerable.Range(0, count).Select(number => new Fold(
                number, new(dataset, order.Between(0, cuts[number], gap)),
                new(dataset, "validation", order.Between(cuts[number], cuts[number + 1])))),
        ];
        foreach (Fold fold in folds)
            CheckLeft(dataset, fold.Training, gap);
        return folds;
    }

    internal static void CheckGap(double gap)
    {
        if (!(gap >= 0 && double.IsFinite(gap)))
            throw new ArgumentOutOfRangeException(nameof(gap), gap, "A gap between parts is 0 or more.");
    }

    internal static void CheckMoments(Dataset dataset, TimeOrder order, int parts, string purpose)
    {
        if (order.Moments < parts)
        {
            throw new UserMistakeException(
                $"The column {Quoted.Value(dataset.Time!.Name)} of {Quoted.Value(dataset.Name)} has {order.Moments} "
                + $"different times, and {purpose} "
                + $"needs at least {parts}, as rows of one time stay together: ask for fewer parts, or give finer times.");
        }
    }

    internal static void CheckLeft(Dataset dataset, SplitPart part, double gap)
    {
        if (part.Count == 0)
        {
            throw new UserMistakeException(
                $"A gap of {gap.ToString(CultureInfo.InvariantCulture)} in {Quoted.Value(dataset.Time!.Name)} leaves no {part.Name} row in "
                + $"{Quoted.Value(dataset.Name)}: ask for a smaller gap, fewer parts, or add rows.");
        }
    }
}
