using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class EvaluationFigureTests
{
    [Theory]
    [InlineData(0.90, 0.02)]
    [InlineData(0.5, 0.3)]
    [InlineData(1, 0)]
    public void A_heap_of_splits_has_its_claims_below(double middle, double spread)
    {
        var random = new Random(2);
        double[] values = [.. Enumerable.Range(0, 200).Select(_ => middle + spread * (random.NextDouble() - 0.5))];
        Figure figure = SplitLuckFigure.Draw(
            "ROC AUC", values,
            [
                new("middle 95 % of splits", Around(middle, spread)),
                new("first split, DeLong", Around(middle + spread / 4, 2 * spread + 0.01)),
            ],
            "luck");
        string svg = FigureFiles.Svg(figure);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.Contains(DrawnWords.Of(svg), words => words.Words == "first split, DeLong");
        Assert.StartsWith("ROC AUC over 200 random splits", figure.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0)]
    public void Gains_by_fold_say_how_many_are_above_zero(double rope)
    {
        Figure figure = FoldGainsFigure.Draw(
            "gain of b in ROC AUC", [0.02, 0.02, 0.02, -0.01, 0],
            [new("plain t", Around(0.01, 0.004)), new("corrected t", Around(0.01, 0.03))], rope);
        Assert.StartsWith("gain of b in ROC AUC: above 0 on 3 of 5 folds, below on 1. plain t: 0.01", figure.AltText,
            StringComparison.Ordinal);
        string svg = FigureFiles.Svg(figure);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.Equal(rope > 0, DrawnWords.Of(svg).Any(words => words.Words == "practically equal"));
    }

    [Fact]
    public void Gains_that_are_not_defined_leave_a_figure_that_says_so()
    {
        Figure figure = FoldGainsFigure.Draw(
            "gain", [], [new("plain t", Interval.Undefined("precision is not defined on 2 of 5 folds"))], 0.01);
        Assert.Contains("precision is not defined on 2 of 5 folds", figure.AltText, StringComparison.Ordinal);
        Assert.Contains(DrawnWords.Of(FigureFiles.Svg(figure)), words => words.Words == "not defined");
    }

    [Fact]
    public void Scatter_by_size_names_curves_and_leaves_out_what_is_not_defined()
    {
        Figure figure = ScatterBySizeFigure.Draw(
            [25, 100, 400], [new("Accuracy", [0.04, 0.02, 0.01]), new("ROC AUC", [null, 0.01, 0.005])],
            [new("Accuracy", [0.04, 0.02, 0.01]), new("ROC AUC", [0.02, 0.01, 0.005])],
            "standard deviation");
        Assert.StartsWith(
            "standard deviation on 25 to 400 rows: Accuracy from 0.04 to 0.01; ROC AUC from 0.01 to 0.005",
            figure.AltText, StringComparison.Ordinal);
        Assert.Empty(DrawnWords.Overlaps(FigureFiles.Svg(figure)));
    }

    [Fact]
    public void A_learning_curve_names_both_its_lines()
    {
        LearningBand[] curves =
        [
            new("logistic", [0.8, 0.9, 0.95], [0.7, 0.85, 0.93], [0.85, 0.93, 0.97], [1, 0.98, 0.96]),
            new("perceptron", [0.7, null, 0.95], [0.6, null, 0.9], [0.8, null, 0.99], [1, 1, 0.97]),
        ];
        Figure figure = LearningCurveFigure.Draw([20, 80, 320], curves, "ROC AUC");
        string svg = FigureFiles.Svg(figure);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.Contains(DrawnWords.Of(svg), words => words.Words == "perceptron, training");
        Assert.Contains(
            "logistic from 0.8 to 0.95 on held-out rows, 0.96 on its own training rows at the end", figure.AltText,
            StringComparison.Ordinal);
    }

    private static Interval Around(double value, double width) => new(value, value - width / 2, value + width / 2, 0.95, "x");
}
