using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>
/// A year of card payments, a few of them fraud, drawn from laws that are written down here: so the true probability of every row is
/// known, and with it perfect calibration, the best possible threshold and the cost of every mistake.
/// <code>
/// y ~ Bernoulli(b)                   b: base rate of the week
/// x | y = 0 ~ f₀                     honest
/// x | y = 1 ~ ½ f₁ + ½ f₂            testing a stolen card with small sums, or emptying it with large ones
/// p(x) = b f(x|1) / (b f(x|1) + (1 − b) f(x|0))          Bayes
/// </code>
/// A small sum alone is harmless and a large one nearly so: what tells is the combination with the minutes since the last payment and
/// with the distance, which a model of single columns cannot see. <c>ticket</c> says nothing at all. From
/// <see cref="FirstShiftedWeek"/> on the base rate is three times as high, and from <see cref="FirstDriftedWeek"/> on all sums have
/// risen by a quarter, honest or not.
/// </summary>
/// <param name="Rows">Payments in the order of their weeks, with the week as their time.</param>
/// <param name="TrueProbabilities">p(x) of every row, at the base rate and with the sums of its week.</param>
public sealed record YearOfPayments(Dataset Rows, IReadOnlyList<double> TrueProbabilities)
{
    /// <summary>b, until it rises.</summary>
    public const double DefaultBaseRate = 0.012;

    /// <summary>b, from <see cref="FirstShiftedWeek"/> on.</summary>
    public const double ShiftedBaseRate = 3 * DefaultBaseRate;

    /// <summary>Weeks are counted from 1.</summary>
    public const int Weeks = 52;

    /// <summary>From here on the base rate is three times as high.</summary>
    public const int FirstShiftedWeek = 41;

    /// <summary>From here on all sums are a quarter higher.</summary>
    public const int FirstDriftedWeek = 47;

    /// <summary>The label of fraud.</summary>
    public const string Fraud = "fraud";

    private static readonly string[] Names =
        ["amount", "minutes_since_last", "km_from_last", "hour", "foreign_card", "merchant_risk", "ticket"];

    private static readonly double Drift = Math.Log(1.25);

    private static readonly PaymentKind Honest = new((3.3, 1.0), (6.0, 1.5), (1.0, 1.3), (0, 1), NightShare: 0.06, ForeignShare: 0.08);

    private static readonly PaymentKind Testing = new((1.9, 0.9), (3.2, 1.5), (1.7, 1.5), (0.6, 1), NightShare: 0.25, ForeignShare: 0.20);

    private static readonly PaymentKind Emptying = new((4.9, 0.9), (5.2, 1.5), (2.9, 1.4), (0.9, 1), NightShare: 0.12, ForeignShare: 0.30);

    /// <summary>Draws a year, the same number of payments every week.</summary>
    /// <param name="rows">At least one a week.</param>
    /// <param name="seed">Same seed, same payments.</param>
    public static YearOfPayments Draw(int rows = 60_000, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, Weeks);
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        double[] features = new double[rows * Names.Length], truth = new double[rows], weeks = new double[rows];
        string[] labels = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            int week = 1 + (int)((long)row * Weeks / rows);
            double b = BaseRateOf(week);
            bool isFraud = random.NextDouble() < b;
            Payment payment = (isFraud ? random.Next(2) == 0 ? Testing : Emptying : Honest).Draw(random);
            (weeks[row], truth[row], labels[row]) = (week, Probability(payment, b), isFraud ? Fraud : "honest");
            Write(payment, week, Normal.Draw(random), features.AsSpan(row * Names.Length, Names.Length));
        }

        var time = new TimeColumn("week", weeks, IsDate: false);
        return new YearOfPayments(Drawn.As(
            "payments", Names, features, labels, $"card payments, {rows} rows, seed {seed}", "kind", Fraud, time),
            truth);
    }

    /// <summary>b of a week.</summary>
    public static double BaseRateOf(int week) => week < FirstShiftedWeek ? DefaultBaseRate : ShiftedBaseRate;

    private static double Probability(in Payment payment, double b)
    {
        double honest = Honest.LogDensity(payment);
        double fraud  = 0.5 * Math.Exp(Testing.LogDensity(payment) - honest) + 0.5 * Math.Exp(Emptying.LogDensity(payment) - honest);
        return b * fraud / (b * fraud + 1 - b);
    }

    /// <summary>What a table would hold: euros and minutes, not their logarithms.</summary>
    private static void Write(in Payment payment, int week, double ticket, Span<double> row)
    {
        row[0] = Math.Round(Math.Exp(payment.LogAmount + (week < FirstDriftedWeek ? 0 : Drift)), 2);
        row[1] = Math.Round(Math.Exp(payment.LogMinutes), 1);
        row[2] = Math.Round(Math.Exp(payment.LogDistance), 1);
        row[3] = payment.Hour;
        row[4] = payment.IsForeign ? 1 : 0;
        row[5] = Math.Round(payment.MerchantRisk, 3);
        row[6] = Math.Round(ticket, 3);
    }
}
