using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Figures;

public sealed class FigureTests
{
    [Fact]
    public void The_alternative_text_of_a_roc_curve_says_area_and_chosen_point()
    {
        ThresholdCounts counts = ThresholdCounts.From([true, true, false, false], [0.9, 0.4, 0.6, 0.1]);
        Figure figure = RocFigure.Draw(
            RocCurve.From(counts), new Interval(0.75, 0.5, 1, 0.95, "DeLong"), new OperatingPoint(0.4, counts.At(0.4)));
        Assert.Contains("area 0.750 (95 %: 0.500 to 1.000)", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("100 % of the positives are found for false alarms on 50 % of the negatives", figure.AltText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_that_is_not_defined_says_why()
    {
        ThresholdCounts counts = ThresholdCounts.From([false, false], [0.9, 0.4]);
        Figure roc = RocFigure.Draw(RocCurve.From(counts), Interval.Undefined("there are no positive rows"));
        Assert.Contains("there are no positive rows", roc.AltText, StringComparison.Ordinal);
        Figure recall = PrecisionRecallFigure.Draw(PrecisionRecallCurve.From(counts), Interval.Undefined("there are no positive rows"));
        Assert.Contains("there are no positive rows", recall.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_diverged_says_at_which_step() =>
        Assert.Contains("diverged at step 3", Examples.TrainingCurves().AltText, StringComparison.Ordinal);

    [Fact]
    public void Curves_are_read_from_a_history_run_by_run()
    {
        HistoryRow[] history =
        [
            new("a", 0, 0, "training", "loss", 0.7), new("b", 0, 0, "training", "loss", 0.6),
            new("a", 1, 1, "training", "loss", 0.5), new("a", 1, 1, "validation", "loss", 9), new("a", 1, 1, "training", "norm", 9),
        ];

        IReadOnlyList<TrainingCurve> curves = TrainingCurve.From(history, "loss", "training");

        Assert.Equal(["a", "b"], curves.Select(curve => curve.Run));
        Assert.Equal([0, 1], curves[0].Steps);
        Assert.Equal([0.7, 0.5], curves[0].Values);
        Assert.Null(curves[0].DivergedAt);
    }

    [Fact]
    public void A_forest_plot_grows_with_its_rows()
    {
        NamedInterval row = new("w", new Interval(1, 0.5, 1.5, 0.95, "x"));
        Figure ten = IntervalFigure.Draw("ten", "weight", [.. Enumerable.Repeat(row, 10)]);
        Figure thirty = IntervalFigure.Draw("thirty", "weight", [.. Enumerable.Repeat(row, 30)]);
        Assert.InRange(thirty.Height, ten.Height + 200, 1_000);
    }
}
