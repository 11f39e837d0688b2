using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>How often the z test calls chance alone a change, by when and how one looks.</summary>
/// <param name="ConversionRate">Conversion rate of both groups.</param>
/// <param name="VisitorsADay">Of each group.</param>
/// <param name="Simulations">A/A tests that were run with one rate on all days.</param>
/// <param name="EveryDay">Share called a change by day 1, 2, … if one looks every day and stops at the first p &lt; 0.05.</param>
/// <param name="EveryWeek">The same, looking every seventh day and on the last.</param>
/// <param name="AtEnd">The same, looking at the end of a test of so many days.</param>
/// <param name="SameDays">With good and bad days, both groups on the same days: called at the end.</param>
/// <param name="OtherDays">With good and bad days, one group after the other: called at the end.</param>
/// <param name="DaySpread">By how much a good day's rate lies above the mean, and a bad one's below.</param>
internal sealed record ChanceFindings(
    double ConversionRate, int VisitorsADay, int Simulations, IReadOnlyList<Interval> EveryDay, IReadOnlyList<Interval> EveryWeek,
    IReadOnlyList<Interval> AtEnd,
    Interval SameDays, Interval OtherDays, double DaySpread)
{
    private const int MaxPerDay = 2000, Week = 7;
    private const double Spread = 0.3;

    public int Days => EveryDay.Count;

    /// <summary>Tests with good and bad days that were run, of each kind.</summary>
    public int DaySimulations => DaySimulationsOf(Simulations);

    public static ChanceFindings Of(DistributionsOptions options, CancellationToken cancellation)
    {
        TwoProportions counts = options.Counts;
        // Of no conversions at all nothing can be simulated: one success and one failure more, as in the Bayesian reading.
        double rate = (counts.FirstSuccesses + counts.SecondSuccesses + 1.0) / (counts.FirstTrials + counts.SecondTrials + 2.0);
        int visitors = (int)Math.Clamp(Math.Min(counts.FirstTrials, counts.SecondTrials) / options.Days, 1, MaxPerDay);
        int simulations = options.Simulations(20_000);
        var looks = new Looks(options.Days);
        var random = Seeds.Generator(options.Seed, DrawnFor.Worlds, 0);
        var law = CountLaw.OfBinomial(visitors, rate);
        for (int test = 0; test < simulations; test++)
        {
            if (test % 100 == 0) cancellation.ThrowIfCancellationRequested();
            looks.Add(law, visitors, random);
        }

        double spread = Spread * Math.Min(rate, 1 - rate);
        CountLaw[] days = [CountLaw.OfBinomial(visitors, rate - spread), CountLaw.OfBinomial(visitors, rate + spread)];
        return new ChanceFindings(
            rate, visitors, simulations, Looks.Shares(looks.Daily, simulations),
            Looks.Shares(looks.Weekly, simulations), Looks.Shares(looks.Ending, simulations),
            Called(same: true), Called(same: false), spread);

        Interval Called(bool same) => MovingDays(days, visitors, options.Days, same, DaySimulationsOf(simulations), random);
    }

    // Two kinds of them share the time of one.
    private static int DaySimulationsOf(int simulations) => simulations / 2;

    private static Interval MovingDays(CountLaw[] laws, int visitors, int days, bool same, int simulations, Random random)
    {
        int called = 0;
        for (int test = 0; test < simulations; test++)
        {
            long first = 0, second = 0;
            for (int day = 0; day < days; day++)
            {
                int kind = random.Next(2);
                first += laws[kind].Draw(random);
                second += laws[same ? kind : random.Next(2)].Draw(random);
            }

            if (IsFlagged(first, second, (long)visitors * days)) called++;
        }

        return WilsonInterval.Of(called, simulations);
    }

    private static bool IsFlagged(long first, long second, long trials) =>
        new TwoProportions(first, trials, second, trials).PValueOfZ < ChangeFindings.Level;

    /// <summary>Counts of the tests that were first called a change on each day.</summary>
    private sealed class Looks(int days)
    {
        public int[] Daily { get; } = new int[days];

        public int[] Weekly { get; } = new int[days];

        public int[] Ending { get; } = new int[days];

        public void Add(CountLaw law, int visitors, Random random)
        {
            long first = 0, second = 0;
            bool daily = false, weekly = false;
            for (int day = 0; day < days; day++)
            {
                first += law.Draw(random);
                second += law.Draw(random);
                bool called = IsFlagged(first, second, (day + 1L) * visitors);
                daily |= called;
                weekly |= called && ((day + 1) % Week == 0 || day == days - 1);
                if (daily) Daily[day]++;
                if (weekly) Weekly[day]++;
                if (called) Ending[day]++;
            }
        }

        public static IReadOnlyList<Interval> Shares(int[] called, int simulations) =>
            [.. called.Select(count => WilsonInterval.Of(count, simulations))];
    }
}
