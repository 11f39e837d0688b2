using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Figures;

/// <summary>An interval as labels and alternative texts say it.</summary>
internal static class IntervalWords
{
    /// <summary>The estimate and its ends: <c>0.912 (95 %: 0.887 to 0.931)</c>.</summary>
    public static string With(Interval interval) => interval switch
    {
        { Value: null } => "not defined: " + (interval.WhyUndefined ?? "no value"),
        { Value: double value, Low: double low, High: double high } =>
            $"{NumberText.Of(value, Decimals(interval))} ({NumberText.Percent(interval.Confidence)}: "
            + $"{NumberText.Range(low, high, Decimals(interval))})",
        _ => NumberText.Of(interval.Value.Value, Decimals(interval)),
    };

    // Three, unless all three numbers would then read 0.
    private static int? Decimals(Interval interval) =>
        new[] { interval.Value, interval.Low, interval.High }.Max(end => Math.Abs(end ?? 0)) is > 0 and < 0.0005 ? null : 3;
}
