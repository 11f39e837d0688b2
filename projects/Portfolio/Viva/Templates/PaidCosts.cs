namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>
/// What a run of <c>decision</c> paid, found again from its measurements. Per 10,000 rows with a share of π positive ones,
/// flagging nothing costs 10⁴ π miss, and flagging everything 10⁴ (review + (1 − π) false alarm); the threshold from the costs is
/// t = (false alarm + review)/(false alarm + miss). So, with A for what everything costs per row,
/// A = review + (1 − π) false alarm and t (false alarm + miss) = A + π false alarm: false alarm = (A − t miss)/(t − π).
/// </summary>
internal static class PaidCosts
{
    private const double Rows = 10_000;

    private const int Digits = 6;

    /// <summary>Null where they do not follow: the threshold is the base rate, or a cost comes out below zero.</summary>
    public static (double Miss, double FalseAlarm, double Review)? Of(double threshold, double nothing, double everything, double rate)
    {
        if (rate <= 0 || Math.Abs(threshold - rate) < 1e-3 * rate) return null;
        double miss = nothing / Rows / rate, alarm = (everything / Rows - threshold * miss) / (threshold - rate),
            review = everything / Rows - (1 - rate) * alarm;
        (miss, alarm, review) = (Math.Round(miss, Digits), Math.Round(alarm, Digits), Math.Round(review, Digits));
        return miss > 0 && alarm > 0 && review >= 0 ? (miss, alarm, review) : null;
    }
}
