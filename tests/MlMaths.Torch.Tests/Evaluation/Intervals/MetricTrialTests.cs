using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>
/// Intervals of a model's measures hold the truth where positives are few, which is where those of before did not: A ± z √S in 82 of
/// 100, the bootstrap in 54 to 91. Full tables: <c>tests/Benchmarks -- tables coverage</c>.
/// </summary>
public sealed class MetricTrialTests
{
    // 93 % less three standard errors of 600 samples.
    private const double Least = 0.90;

    [Theory]
    [InlineData(1, 5, 45)]
    [InlineData(2, 5, 295)]
    [InlineData(1, 9, 91)]
    [InlineData(3, 15, 285)]
    public void ROC_area_and_average_precision_are_held_from_five_positives_on(double distance, int positives, int negatives)
    {
        IReadOnlyDictionary<BinaryMetric, Coverage> found =
            MetricTrial.OfRanking(ScoreLaw.Shifted(distance), positives, negatives, trials: 600, seed: 2);
        Assert.InRange(found[BinaryMetric.RocArea].Rate!.Value, Least, 1);
        Assert.InRange(found[BinaryMetric.AveragePrecision].Rate!.Value, Least, 1);
        Assert.Equal(0, found[BinaryMetric.RocArea].WithoutEnds + found[BinaryMetric.AveragePrecision].WithoutEnds);
    }

    [Theory]
    [InlineData(0)] // right
    [InlineData(4)] // very bold
    [InlineData(6)] // too high
    public void Calibration_error_is_held_where_probabilities_are_right_and_where_they_are_not(int law)
    {
        IReadOnlyDictionary<BinaryMetric, Coverage> found = MetricTrial.OfProbabilities(
            ProbabilityLaw.All[law], rows: 100, threshold: 0.5, new ErrorCosts(10, 1), trials: 120, seed: 3);
        Assert.InRange(found[BinaryMetric.CalibrationError].Rate!.Value, 0.88, 1); // 93 % less 2.3 standard errors of 120
    }

    // p uniform, y = 1 from one half on: |p − y| is on average 1/4, and in a bin all rows are off to the same side.
    [Fact]
    public void Calibration_error_is_held_where_labels_are_no_chance_at_all()
    {
        Random random = Seeds.Generator(6, DrawnFor.Worlds);
        int held = 0;
        for (int sample = 0; sample < 120; sample++)
        {
            double[] p = [.. Enumerable.Range(0, 30).Select(_ => random.NextDouble())];
            bool[] labels = Array.ConvertAll(p, one => one >= 0.5);
            if (labels.Count(label => label) is < 5 or > 25) continue;
            held += CalibrationErrorInterval.Of(labels, p, seed: sample).Contains(0.25) ? 1 : 1_000;
        }

        Assert.InRange(held / 1_000, 0, 14); // of 120, 5 % and three standard errors
    }

    [Fact]
    public void A_constant_that_is_the_share_of_these_rows_may_be_off_on_the_next()
    {
        Interval error = CalibrationErrorInterval.Of(
            [.. Enumerable.Range(0, 100).Select(row => row < 30)], [.. Enumerable.Repeat(0.3, 100)], seed: 1);
        Assert.Equal((0.0, 0.0), (Math.Round(error.Value!.Value, 12), error.Low));
        Assert.InRange(error.High!.Value, 0.08, 0.1); // 1.96 √(0.3 · 0.7/100)
    }

    [Fact]
    public void Where_positives_are_rare_and_calls_bold_every_measure_of_the_calls_is_held()
    {
        var law = new ProbabilityLaw("rare and bold", -4.2, 1.2, 0, 2);
        IReadOnlyDictionary<BinaryMetric, Coverage> found = MetricTrial.OfProbabilities(
            law, rows: 300, threshold: 0.09, new ErrorCosts(10, 1), trials: 200, seed: 4);
        Assert.All(
            [
                BinaryMetric.BalancedAccuracy, BinaryMetric.F1, BinaryMetric.F2, BinaryMetric.Matthews, BinaryMetric.CohenKappa,
                BinaryMetric.LogLoss, BinaryMetric.Brier, BinaryMetric.CostPerCase,
            ],
            metric => Assert.InRange(found[metric].Rate!.Value, 0.88, 1));
    }
}
