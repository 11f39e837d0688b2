using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check.Derived;

/// <summary>The share of positive rows, of each split and of the whole table.</summary>
internal static class BaseRates
{
    public static IEnumerable<Measurement> Of(RowCounts rows)
    {
        if (rows.Positives.Count == 0) yield break;
        foreach ((string split, int all) in rows.Splits)
            yield return BaseRate(split, rows.Positives.GetValueOrDefault(split), all);
        yield return BaseRate("data", rows.Positives.Values.Sum(), rows.Splits.Values.Sum());
    }

    private static Measurement BaseRate(string part, int positives, int all) =>
        new($"rate.{part}", $"Base rate, {part} rows", (double)positives / all, null, null, null, "", "counted in the predictions", null);
}
