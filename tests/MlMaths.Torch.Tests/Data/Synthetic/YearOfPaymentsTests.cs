using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Tests.Data;

/// <summary>Payments whose truth is known: what is said of them is so.</summary>
public sealed class YearOfPaymentsTests
{
    private static readonly YearOfPayments Year = YearOfPayments.Draw();

    private static readonly bool[] IsFraud = [.. Year.Rows.Labels.Select(label => label == YearOfPayments.Fraud)];

    private static readonly double[] Week = [.. Year.Rows.Time!.OfRow];

    [Fact]
    public void The_base_rate_triples_in_the_last_weeks()
    {
        Assert.Equal(60_000, Year.Rows.Rows);
        Assert.Equal(YearOfPayments.DefaultBaseRate, Rate(week => week < YearOfPayments.FirstShiftedWeek), 0.002);
        Assert.Equal(YearOfPayments.ShiftedBaseRate, Rate(week => week >= YearOfPayments.FirstShiftedWeek), 0.005);
    }

    [Fact]
    public void Every_week_has_as_many_payments() =>
        Assert.All(Week.GroupBy(week => week), week => Assert.InRange(week.Count(), 1153, 1154));

    [Fact]
    public void The_true_probabilities_are_calibrated()
    {
        double[] p = [.. Year.TrueProbabilities];
        var band = CalibrationNullBand.Of(IsFraud, p, seed: 1, bins: 20, simulations: 200, confidence: 0.999);
        Assert.InRange(band.Observed!.Value, 0, band.High!.Value);
        Assert.Equal(IsFraud.Count(fraud => fraud), p.Sum(), 4 * Math.Sqrt(p.Sum(one => one * (1 - one))));
    }

    [Fact]
    public void They_rank_well_but_not_perfectly_so_that_a_threshold_has_to_be_chosen()
    {
        double[] p = [.. Year.TrueProbabilities];
        Assert.InRange(RocCurve.From(ThresholdCounts.From(IsFraud, p)).Area!.Value, 0.88, 0.96);
        ConfusionMatrix atHalf = ConfusionMatrix.Of(IsFraud, p, 0.5);
        Assert.InRange(atHalf.Recall!.Value, 0.05, 0.45);
        Assert.InRange(atHalf.Accuracy!.Value, 0.98, 0.999);
    }

    [Fact]
    public void Sums_drift_by_a_quarter_and_nothing_else_does()
    {
        double before = MedianOf("amount", week => week < YearOfPayments.FirstDriftedWeek),
            after = MedianOf("amount", week => week >= YearOfPayments.FirstDriftedWeek);
        Assert.Equal(1.25, after / before, 0.06);
        Assert.Equal(1, MedianOf("minutes_since_last", week => week >= YearOfPayments.FirstDriftedWeek)
            / MedianOf("minutes_since_last", week => week < YearOfPayments.FirstShiftedWeek), 0.12);
    }

    [Fact]
    public void The_ticket_says_nothing() =>
        Assert.Equal(0.5, RocCurve.From(ThresholdCounts.From(IsFraud, Year.Rows.Column(ColumnOf("ticket")))).Area!.Value, 0.03);

    [Fact]
    public void The_seed_alone_decides()
    {
        Assert.Equal(YearOfPayments.Draw(500, seed: 9).Rows.Sha256, YearOfPayments.Draw(500, seed: 9).Rows.Sha256);
        Assert.NotEqual(YearOfPayments.Draw(500, seed: 9).Rows.Sha256, YearOfPayments.Draw(500, seed: 8).Rows.Sha256);
    }

    private static double Rate(Func<double, bool> weeks) => IsFraud.Where((_, row) => weeks(Week[row])).Average(fraud => fraud ? 1.0 : 0);

    private static int ColumnOf(string name) => Year.Rows.ColumnNames.Index().Single(column => column.Item == name).Index;

    private static double MedianOf(string name, Func<double, bool> weeks)
    {
        double[] values = [.. Year.Rows.Column(ColumnOf(name)).Where((_, row) => weeks(Week[row])).Order()];
        return values[values.Length / 2];
    }
}
