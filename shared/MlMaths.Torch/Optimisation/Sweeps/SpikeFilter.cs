using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Losses without their spikes: a single batch that is far off would stay in a moving mean for fifty steps, and its end
/// would look like a steep fall. A loss gives way to the median of the seven around it where it lies far from them:
/// <code>
/// |Lᵢ − m| &gt; 6 max(median |Lⱼ − m|, D)        m of the seven, D the median of |Lⱼ₊₁ − Lⱼ| over all
/// </code>
/// The last three stay: there, a loss that shoots up is a training that diverges. Source: Hampel, 1974, JASA 69:383.
/// </summary>
internal static class SpikeFilter
{
    private const int Window = 7;
    private const double Far = 6;

    public static double[] Of(IReadOnlyList<double> losses)
    {
        double[] kept = [.. losses];
        if (losses.Count < Window) return kept;
        double usual = MedianStep(losses);
        for (int i = 0; i < losses.Count - Window / 2; i++)
        {
            double[] around = [.. losses.Skip(Math.Clamp(i - Window / 2, 0, losses.Count - Window)).Take(Window)];
            double m = Quantiles.Of(around).Median,
                apart = Quantiles.Of([.. around.Select(L => Math.Abs(L - m))]).Median;
            if (Math.Abs(losses[i] - m) > Far * Math.Max(apart, usual)) kept[i] = m;
        }

        return kept;
    }

    /// <summary>
    /// The median of |Lᵢ₊₁ − Lᵢ|, of two losses at least: how far batches lie apart, where no trend is as steep.
    /// </summary>
    public static double MedianStep(IReadOnlyList<double> losses) =>
        Quantiles.Of([.. losses.Skip(1).Zip(losses, (next, L) => Math.Abs(next - L))]).Median;
}
