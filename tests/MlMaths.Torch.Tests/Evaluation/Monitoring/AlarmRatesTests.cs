using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class AlarmRatesTests
{
    [Fact]
    public void An_unchanged_world_rings_as_often_as_was_asked_within_a_fifth()
    {
        AlarmRate[] rates = [.. AlarmRates.Of("false").Where(rate => rate.Case == "unchanged")];
        Assert.Equal([50, 100, 500, 1000, 5000], rates.Select(rate => rate.Rows).Distinct());
        Assert.Equal([0.012, 0.1, 0.37], rates.Select(rate => rate.BaseRate).Distinct());
        Assert.All(rates, rate => Assert.True(rate.Low <= 1.2 * rate.Level && rate.High >= 0.8 * rate.Level, $"{rate}"));
        // the counts are a sample too
        Assert.InRange(
            rates.Count(rate => rate.Share >= 0.8 * rate.Level && rate.Share <= 1.2 * rate.Level), rates.Length - 1,
            rates.Length);
        Assert.InRange(rates.Average(rate => rate.Share / rate.Level), 0.95, 1.05);
    }

    [Theory]
    [InlineData(0.1, "doubled")]
    [InlineData(0.2, "halved")]
    [InlineData(0.2, "doubled")]
    [InlineData(0.37, "halved")]
    [InlineData(0.37, "doubled")]
    public void A_thousand_rows_show_a_halved_or_doubled_rate_where_positives_are_not_too_rare(double before, string moved) =>
        Assert.All(
            AlarmRates.Of("power").Where(rate => rate.BaseRate == before && rate.Case == moved),
            rate => Assert.True(rate.Share >= 0.8, $"{rate}"));

    [Fact]
    public void Where_one_row_in_a_hundred_is_positive_a_thousand_rows_do_not_show_it() =>
        Assert.All(AlarmRates.Of("power").Where(rate => rate.BaseRate == 0.012), rate => Assert.True(rate.High < 0.8, $"{rate}"));

    [Fact]
    public void A_month_of_rows_saves_most_of_what_knowing_the_rate_would()
    {
        AlarmRate[] month = [.. AlarmRates.Of("regret").Where(rate => rate.Rows > 1000)];
        Assert.Equal(4, month.Length);
        Assert.All(month, rate => Assert.True(rate.Share >= 0.7, $"{rate}"));
    }

    [Fact]
    public void Most_intervals_hold_the_true_rate() =>
        Assert.All(AlarmRates.Of("coverage"), rate => Assert.True(rate.High >= 0.93 && rate.Share >= 0.9, $"{rate}"));

    [Fact]
    public void The_file_is_what_the_rates_would_write()
    {
        string file = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "Evaluation", "Monitoring", "alarm-rates.csv");
        Assert.Equal(AlarmRates.Lines(AlarmRates.Measured), File.ReadAllLines(file));
        Assert.Equal(AlarmRates.Measured, AlarmRates.Parse(AlarmRates.Lines(AlarmRates.Measured)));
    }

    [Fact]
    public void Worlds_drawn_anew_agree_with_the_file()
    {
        const int Worlds = 60, Windows = 10;
        AlarmRate written = Assert.Single(
            AlarmRates.Of("false"), rate => rate is { Reference: 1000, BaseRate: 0.1, Rows: 500, Level: 0.05 });
        int rung = 0;
        for (int seed = 1; seed <= Worlds; seed++)
        {
            BaseRateAlarm alarm =
                MeanNullDistribution.Of(PriorStream.Draw(0.1, 0.1, 1000, seed).Probabilities, seed, simulations: 399)
                    .Alarm(500, 0.05);
            for (int window = 0; window < Windows; window++)
                rung += alarm.Rings(PriorStream.Draw(0.1, 0.1, 500, 10_000 + 100 * seed + window).Probabilities) ? 1 : 0;
        }

        // Windows of one world share its reference: their share strays about twice as far as independent ones.
        double error = 2 * Math.Sqrt(written.Share * (1 - written.Share) / (Worlds * Windows));
        Assert.InRange((double)rung / (Worlds * Windows), written.Share - 3 * error, written.Share + 3 * error);
    }
}
