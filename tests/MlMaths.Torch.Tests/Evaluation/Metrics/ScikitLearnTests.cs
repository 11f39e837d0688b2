using System.Text.Json;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Evaluation;

/// <summary>Every number of scikit-learn's reference cases, to 1e-12.</summary>
public sealed class ScikitLearnTests
{
    private const double Tolerance = 1e-12;

    private static readonly JsonElement Reference = GoldenFile.Read("metrics.json");

    public static TheoryData<string> Cases =>
        [.. Reference.GetProperty("binary").EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Counts_are_equal(string name)
    {
        (JsonElement expected, bool[] labels, double[] scores) = Case(name);
        double threshold = expected.GetProperty("threshold").GetDouble();
        var matrix = new ConfusionMatrix(
            expected.GetProperty("tp").GetInt64(), expected.GetProperty("fp").GetInt64(),
            expected.GetProperty("fn").GetInt64(), expected.GetProperty("tn").GetInt64());
        Assert.Equal(matrix, ConfusionMatrix.Of(labels, scores, threshold));
        Assert.Equal(matrix, ThresholdCounts.From(labels, scores).At(threshold));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Measures_are_equal(string name)
    {
        (JsonElement expected, bool[] labels, double[] scores) = Case(name);
        var metrics = BinaryMetrics.Of(labels, scores, 0.5);
        ThresholdCounts counts = ThresholdCounts.From(labels, scores);

        Same("accuracy", BinaryMetric.Accuracy);
        Same("balanced_accuracy", BinaryMetric.BalancedAccuracy);
        Same("precision", BinaryMetric.Precision);
        Same("recall", BinaryMetric.Recall);
        Same("f1", BinaryMetric.F1);
        Same("f2", BinaryMetric.F2);
        Same("cohen_kappa", BinaryMetric.CohenKappa);
        Same("roc_auc", BinaryMetric.RocArea);
        Same("average_precision", BinaryMetric.AveragePrecision);
        Same("log_loss", BinaryMetric.LogLoss);
        Same("brier", BinaryMetric.Brier);
        Assert.Equal(
            expected.GetProperty("pr_auc_trapezoid").GetDouble(), PrecisionRecallCurve.From(counts).TrapezoidArea(), Tolerance);
        if (name == "all_scores_equal")
        {
            // The reference prints 0 for 0/0. Here it is not defined, and says why.
            Assert.Null(metrics[BinaryMetric.Matthews]);
            Assert.Equal("everything was flagged positive", metrics.WhyUndefined(BinaryMetric.Matthews));
        }
        else
        {
            Same("matthews", BinaryMetric.Matthews);
        }

        void Same(string property, BinaryMetric metric)
        {
            Assert.Null(metrics.WhyUndefined(metric));
            Assert.Equal(expected.GetProperty(property).GetDouble(), metrics[metric]!.Value, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Curves_are_equal_point_by_point(string name)
    {
        (JsonElement expected, bool[] labels, double[] scores) = Case(name);
        var counts = ThresholdCounts.From(labels, scores);

        var roc = RocCurve.From(counts);
        Same(expected.GetProperty("roc_curve").GetProperty("fpr").Doubles(), roc.FalsePositiveRate);
        Same(expected.GetProperty("roc_curve").GetProperty("tpr").Doubles(), roc.TruePositiveRate);

        // The reference ascends and ends in a point of its own, recall 0 and precision 1.
        var curve = PrecisionRecallCurve.From(counts);
        JsonElement reference = expected.GetProperty("pr_curve");
        Same(reference.GetProperty("threshold").Doubles(), [.. curve.Thresholds.Reverse()]);
        Same(reference.GetProperty("recall").Doubles(), [.. curve.Recall.Reverse(), 0]);
        Same(reference.GetProperty("precision").Doubles(), [.. curve.Precision.Reverse(), 1]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_bins_of_equal_width_are_those_of_calibration_curve(string name)
    {
        (JsonElement expected, bool[] labels, double[] scores) = Case(name);
        var filled = ReliabilityDiagram.EqualWidth(labels, scores, 10).Bins.Where(bin => bin.Count > 0).ToList();
        Same(expected.GetProperty("calibration").GetProperty("mean_predicted").Doubles(), [.. filled.Select(bin => bin.MeanScore!.Value)]);
        Same(expected.GetProperty("calibration").GetProperty("fraction_positive").Doubles(),
            [.. filled.Select(bin => bin.PositiveRate!.Value)]);
    }

    [Fact]
    public void Regression_errors_are_equal()
    {
        JsonElement expected = Reference.GetProperty("regression");
        var errors = RegressionErrors.Of(expected.GetProperty("y").Doubles(), expected.GetProperty("prediction").Doubles());
        Assert.Equal(expected.GetProperty("mae").GetDouble(), errors.MeanAbsolute, Tolerance);
        Assert.Equal(expected.GetProperty("mse").GetDouble(), errors.MeanSquared, Tolerance);
        Assert.Equal(expected.GetProperty("rmse").GetDouble(), errors.RootMeanSquared, Tolerance);
        Assert.Equal(expected.GetProperty("r2").GetDouble(), errors.RSquared!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("pearson").GetDouble(), errors.Pearson!.Value, Tolerance);
    }

    [Fact]
    public void Four_classes_are_equal()
    {
        JsonElement expected = Reference.GetProperty("multiclass");
        int[] labels = [.. expected.GetProperty("y").Doubles().Select(label => (int)label)];
        double[][] probabilities = [.. expected.GetProperty("probability").EnumerateArray().Select(row => row.Doubles())];
        var metrics = MulticlassMetrics.Of(labels, probabilities);

        double[][] confusion = [.. expected.GetProperty("confusion").EnumerateArray().Select(row => row.Doubles())];
        for (int label = 0; label < 4; label++)
            Assert.Equal(confusion[label], Enumerable.Range(0, 4).Select(call => (double)metrics.Count(label, call)));
        Assert.Equal(expected.GetProperty("accuracy").GetDouble(), metrics.Accuracy, Tolerance);
        Assert.Equal(expected.GetProperty("macro_f1").GetDouble(), metrics.MacroF1!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("weighted_f1").GetDouble(), metrics.WeightedF1, Tolerance);
        Assert.Equal(expected.GetProperty("macro_precision").GetDouble(), metrics.MacroPrecision!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("macro_recall").GetDouble(), metrics.MacroRecall!.Value, Tolerance);
        Assert.Equal(expected.GetProperty("log_loss").GetDouble(), metrics.LogLoss, Tolerance);
    }

    private static (JsonElement Expected, bool[] Labels, double[] Scores) Case(string name)
    {
        JsonElement found = Reference.GetProperty("binary").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        return (found, found.GetProperty("y").Labels(), found.GetProperty("score").Doubles());
    }

    private static void Same(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int at = 0; at < expected.Length; at++) Assert.Equal(expected[at], actual[at], Tolerance);
    }
}
