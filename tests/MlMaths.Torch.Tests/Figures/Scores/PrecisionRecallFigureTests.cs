using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;
using SkiaSharp;

namespace MlMaths.Torch.Tests.Figures;

public sealed class PrecisionRecallFigureTests
{
    private static readonly Interval Average = new(0.2, 0.1, 0.4, 0.95, "bootstrap");

    /// <summary>Every k-th row is positive: precision is 1/k nearly everywhere, and the upper right corner is empty.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_of_a_low_curve_stand_above_it(bool isNarrow) =>
        Assert.InRange(Words(positiveEvery: 10, isNarrow).Top, 0, Height(isNarrow) / 4);

    /// <summary>All positive rows come first: the curve runs along the top.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_of_a_high_curve_stand_below_it(bool isNarrow) =>
        Assert.InRange(Words(positiveEvery: 0, isNarrow).Top, Height(isNarrow) / 2, Height(isNarrow));

    private static float Height(bool isNarrow) => Drawn(10, isNarrow).Height;

    private static SKRect Words(int positiveEvery, bool isNarrow) => DrawnWords.Of(FigureFiles.Svg(Drawn(positiveEvery, isNarrow)))
        .First(words => words.Words.StartsWith("average precision", StringComparison.Ordinal)).Box;

    private static Figure Drawn(int positiveEvery, bool isNarrow)
    {
        double[] scores = [.. Enumerable.Range(0, 200).Select(row => 1 - row / 200.0)];
        bool[] labels = [.. scores.Select((_, row) => positiveEvery == 0 ? row < 20 : row % positiveEvery == positiveEvery - 1)];
        Figure figure = PrecisionRecallFigure.Draw(PrecisionRecallCurve.From(ThresholdCounts.From(labels, scores)), Average);
        return isNarrow ? figure.Narrow! : figure;
    }
}
