using System.Globalization;
using System.Numerics;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>What a reader types into the explorer's fields, and what the library says to it, in the explorer's words.</summary>
internal sealed record TypedSetting(string Threshold, string BaseRate, string Miss, string Alarm, string Review)
{
    public Dictionary<string, string> Fields =>
        new() { ["threshold"] = Threshold, ["base-rate"] = BaseRate, ["miss"] = Miss, ["alarm"] = Alarm, ["review"] = Review };

    public static IEnumerable<TypedSetting> Random(int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            double odds = Math.Exp(-9 + 10 * random.NextDouble());
            yield return new TypedSetting(
                Text(odds / (1 + odds), 6), Text(100 / (1 + Math.Exp(8 - 9 * random.NextDouble())), 4),
                Text(Math.Pow(10, 4 * random.NextDouble()), 3), Text(Math.Pow(10, 3 * random.NextDouble() - 1), 3),
                i % 3 == 0 ? "0" : Text(9 * random.NextDouble(), 2));
        }
    }

    /// <summary>The numbers in the order in which the page is asked for them.</summary>
    public string[] Expected(ThinnedCounts counts)
    {
        double rate = Number(BaseRate) / 100;
        var costs = new ErrorCosts(Number(Miss), Number(Alarm)) { Review = Number(Review) };
        int chosen = counts.IndexOf(Number(Threshold)), cheapest = counts.Cheapest(rate, costs)!.Value;
        ShiftedOutcome here = counts.Outcome(chosen, rate, costs);
        return
        [
            Amount(here.Found), Amount(here.Missed), Amount(here.FalseAlarms), Amount(here.LeftAlone), Amount(here.Flagged),
            Amount(here.Missed + here.LeftAlone), Amount(ShiftedOutcome.Rows * rate), Amount(ShiftedOutcome.Rows * (1 - rate)),
            .. Column(here, counts.Thresholds[chosen]), .. Column(counts.Outcome(cheapest, rate, costs), counts.Thresholds[cheapest]),
        ];
    }

    public static string Percent(double share)
    {
        double hundredths = 100 * share;
        return share switch
        {
            0 => "0 %",
            1 => "100 %",
            _ when hundredths < 0.005 => "<0.01 %",
            _ when hundredths > 99.995 => ">99.99 %",
            _ => Fixed(hundredths, hundredths is < 1 or > 99 ? 2 : 1) + " %",
        };
    }

    private static IEnumerable<string> Column(ShiftedOutcome outcome, double threshold) =>
    [
        ThresholdText(threshold), outcome.Precision is { } precision
            ? Percent(precision)
            : "– (" + outcome.WhyUndefined(BinaryMetric.Precision) + ")",
        Percent(outcome.Recall!.Value), Percent(outcome.Specificity!.Value), Percent(outcome.ShareFlagged!.Value), Amount(outcome.Cost),
    ];

    private static string ThresholdText(double threshold) => double.IsInfinity(threshold)
        ? "above all scores"
        : threshold is 0 or 1 ? Fixed(threshold, 0) : Fixed(threshold, Decimals(Math.Min(threshold, 1 - threshold), 12));

    private static string Amount(double? number) => number switch
    {
        0 => "0",
        < 1e-6 => "<0.000001",
        _ => Fixed(number!.Value, Decimals(number.Value, 6)),
    };

    private static int Decimals(double size, int most)
    {
        int decimals = 0;
        for (double limit = 100; decimals < most && size < limit; limit /= 10) decimals++;
        return decimals;
    }

    /// <summary>Rounded from all its digits, a half upwards, as scripts do it; "N1" would round a half to the even digit.</summary>
    private static string Fixed(double number, int decimals)
    {
        string[] parts = number.ToString("F80", CultureInfo.InvariantCulture).Split('.');
        var kept = BigInteger.Parse(parts[0] + parts[1][..decimals], CultureInfo.InvariantCulture);
        if (parts[1][decimals] >= '5') kept++;
        return ((decimal)kept / (decimal)BigInteger.Pow(10, decimals)).ToString("N" + decimals, CultureInfo.InvariantCulture);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double number, int digits) => number.ToString("G" + digits, CultureInfo.InvariantCulture);
}
