using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>How one kind of card payment looks: a normal law for each number on its own scale, and a share of foreign cards.</summary>
/// <param name="LogAmount">Mean and deviation of ln euros.</param>
/// <param name="LogMinutes">Mean and deviation of ln minutes since the card was used before.</param>
/// <param name="LogDistance">Mean and deviation of ln kilometres from there.</param>
/// <param name="MerchantRisk">Mean and deviation of the merchant's risk score.</param>
/// <param name="NightShare">Share of payments between 0 and 6 o'clock.</param>
/// <param name="ForeignShare">Share of cards from abroad.</param>
internal sealed record PaymentKind(
    (double Mean, double Deviation) LogAmount, (double Mean, double Deviation) LogMinutes, (double Mean, double Deviation) LogDistance,
    (double Mean, double Deviation) MerchantRisk, double NightShare, double ForeignShare)
{
    private const int NightHours = 6, Hours = 24;

    /// <summary>ln P(payment | kind).</summary>
    public double LogDensity(in Payment payment)
    {
        double normal = Of(payment.LogAmount, LogAmount) + Of(payment.LogMinutes, LogMinutes) + Of(payment.LogDistance, LogDistance)
            + Of(payment.MerchantRisk, MerchantRisk);
        double hour = payment.Hour < NightHours ? NightShare / NightHours : (1 - NightShare) / (Hours - NightHours);
        return normal + Math.Log(hour) + Math.Log(payment.IsForeign ? ForeignShare : 1 - ForeignShare);

        static double Of(double x, (double Mean, double Deviation) law)
        {
            double z = (x - law.Mean) / law.Deviation;
            return -0.5 * z * z - Math.Log(law.Deviation);
        }
    }

    public Payment Draw(Random random) => new(
        Normal.Draw(random, LogAmount.Mean, LogAmount.Deviation), Normal.Draw(random, LogMinutes.Mean, LogMinutes.Deviation),
        Normal.Draw(random, LogDistance.Mean, LogDistance.Deviation), Normal.Draw(random, MerchantRisk.Mean, MerchantRisk.Deviation),
        random.NextDouble() < NightShare ? random.Next(NightHours) : random.Next(NightHours, Hours), random.NextDouble() < ForeignShare);
}

/// <summary>One payment, on the scales on which its laws are normal.</summary>
internal readonly record struct Payment(
    double LogAmount, double LogMinutes, double LogDistance, double MerchantRisk, int Hour, bool IsForeign);
