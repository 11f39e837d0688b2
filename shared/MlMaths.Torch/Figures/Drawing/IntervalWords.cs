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
            $"{NumberText.Fixed(value)} ({NumberText.Percent(interval.Confidence)}: {NumberText.Range(low, high, decimals: 3)})",
        _ => NumberText.Fixed(interval.Value.Value),
    };
}
