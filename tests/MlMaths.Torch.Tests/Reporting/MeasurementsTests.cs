using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Reporting;

public sealed class MeasurementsTests
{
    private readonly Measurements _measurements = [];

    [Theory]
    [InlineData(0.9649, 0.9213, 0.99, "", "0.965 (95 % interval 0.921 to 0.990)")]
    [InlineData(1.0, 0.98, 1.0, "", "1.000 (95 % interval 0.980 to 1.000)")]
    [InlineData(0.5, 0.3, 0.7, "", "0.500 (95 % interval 0.300 to 0.700)")]
    [InlineData(12.34, 11.0, 13.7, "µs", "12.3 µs (95 % interval 11.0 to 13.7 µs)")]
    [InlineData(1234.5, 1100.0, 1400.0, "", "1,234 (95 % interval 1,100 to 1,400)")]
    [InlineData(0.00354, 0, 0.00679, "", "0.0035 (95 % interval 0 to 0.0068)")]
    [InlineData(0.919, 0.81, 1, "", "0.919 (95 % interval 0.810 to 1.000)")]
    [InlineData(-0.018, -0.0352, -0.0004, "", "−0.0180 (95 % interval −0.0352 to −0.0004)")]
    [InlineData(4.75, 0, 13.47, "%", "4.8 % (95 % interval 0 to 13.5 %)")]
    [InlineData(-0.02, -0.05, 0.01, "", "−0.020 (95 % interval −0.050 to 0.010)")]
    public void A_number_shows_the_digits_that_its_interval_supports(double value, double low, double high, string unit, string text)
    {
        Assert.Equal(text, _measurements.Add("m", "M", new Interval(value, low, high, 0.95, "Wilson"), unit, "counted").ToString());
    }

    [Fact]
    public void A_share_of_a_count_says_how_many_of_how_many()
    {
        Measurement share = _measurements.Add("m", "M", new Interval(44.0 / 45, 0.884, 0.996, 0.95, "Wilson"), "", "counted");
        Assert.Equal("44 of 45 (0.978, 95 % interval 0.884 to 0.996)", share.OfCount(45));
        Assert.Equal("44 of 45 rows (0.978, 95 % interval 0.884 to 0.996)", share.OfCount(45, "rows"));
        Assert.Equal("44 of 45 (97.8 %, 95 % interval 88.4 to 99.6 %)", share.InPercent.OfCount(45));
    }

    [Theory]
    [InlineData(8, "8")]
    [InlineData(12345, "12,345")]
    [InlineData(0.37128, "0.3713")]
    [InlineData(0.5, "0.5")]
    [InlineData(0, "0")]
    [InlineData(3.2e-16, "3.2e-16")]
    [InlineData(-1.23456e-7, "−1.23e-7")]
    [InlineData(1e20, "1e20")]
    public void A_number_without_an_interval_shows_four_digits(double value, string text)
    {
        Assert.Equal(text, _measurements.Add("m", "M", value, "", "read off").ToString());
    }

    [Fact]
    public void An_undefined_number_says_why()
    {
        Measurement precision = _measurements.Add(
            "test.precision", "Precision", Interval.Undefined("no row was called positive"), "", "TP / called");
        Assert.Equal("not defined (no row was called positive)", precision.ToString());
        Assert.Null(precision.Confidence);
    }

    [Fact]
    public void A_number_whose_interval_is_unknown_keeps_its_value_and_says_why_there_is_no_interval()
    {
        Measurement auc = _measurements.Add(
            "test.roc_auc", "Area", Interval.WithoutEnds(1, "DeLong", "the classes do not overlap"), "", "114 rows");
        Assert.Equal(("1", "114 rows; no interval: the classes do not overlap", null), (auc.ToString(), auc.How, auc.WhyUndefined));
    }

    [Fact]
    public void The_method_of_the_interval_is_part_of_how()
    {
        Assert.Equal("114 rows; interval: Wilson",
            _measurements.Add("a", "A", new Interval(0.5, 0.4, 0.6, 0.95, "Wilson"), "", "114 rows").How);
    }

    [Fact]
    public void An_id_is_taken_once_is_dotted_lower_case_and_is_found_again()
    {
        Measurement first = _measurements.Add("test.f1", "F1", 0.5, "", "counted");
        Assert.Same(first, _measurements["test.f1"]);
        Assert.Throws<ArgumentException>(() => _measurements.Add("test.f1", "F1", 0.6, "", "counted"));
        Assert.Throws<ArgumentException>(() => _measurements.Add("Test F1", "F1", 0.6, "", "counted"));
        Assert.Throws<ArgumentException>(() => _measurements["test.f2"]);
    }

    [Fact]
    public void Neither_nan_nor_silence_stands_for_undefined()
    {
        Assert.Throws<ArgumentException>(() => _measurements.Add("a", "A", double.NaN, "", "counted"));
        Assert.Throws<ArgumentException>(() => _measurements.Add("a", "A", (double?)null, "", "counted"));
        Assert.Empty(_measurements);
    }

    [Fact]
    public void A_cv_sentence_quotes_measurements_and_ends_with_their_ids()
    {
        Measurement area = _measurements.Add("test.roc_auc", "Area", new Interval(0.99, 0.98, 1, 0.95, "DeLong"), "", "counted");
        Measurement steps = _measurements.Add("newton.steps", "Steps", 8, "", "counted");
        CvLines cv = new();
        cv.Add($"Reached an area of {area:value} with L2 in {steps} steps.");
        Assert.Contains(
            "- Reached an area of 0.990 with L2 in 8 steps. (`test.roc_auc`, `newton.steps`)\n", cv.ToMarkdown("T"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, "the gradient equals autograd's here")]
    [InlineData(1e-16, "the gradient is within 1e-16 of autograd's here")]
    public void A_difference_from_autograd_is_told_in_words(double difference, string words)
    {
        Measurement largest = _measurements.Add("gradient.max_abs_difference", "Largest difference", difference, "", "compared");
        CvLines cv = new();
        cv.Add($"Derived by hand, the gradient {largest:autograd} here.");
        Assert.Contains(words, cv.ToMarkdown("T"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cv_sentence_with_a_typed_number_or_without_a_measured_one_is_refused()
    {
        Measurement steps = _measurements.Add("newton.steps", "Steps", 8, "", "counted");
        CvLines cv = new();
        Assert.Throws<ArgumentException>(() => cv.Add($"Trained on 569 patients in {steps} steps."));
        Assert.Throws<ArgumentException>(() => cv.Add($"Trained well."));
    }

    [Fact]
    public void A_cv_sentence_about_an_undefined_number_is_left_out_and_the_file_says_so()
    {
        Measurement precision = _measurements.Add("test.precision", "Precision", null, "", "TP / called", "nothing was <b>called</b>");
        CvLines cv = new();
        cv.Add($"Reached {precision}.");
        Assert.EndsWith(
            "- *Left out: `test.precision` is not defined (nothing was &lt;b&gt;called&lt;/b&gt;).*\n",
            cv.ToMarkdown("T"), StringComparison.Ordinal);
    }
}
