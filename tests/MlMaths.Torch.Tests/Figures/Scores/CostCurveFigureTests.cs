using System.Xml.Linq;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class CostCurveFigureTests
{
    [Fact]
    public void Who_costs_far_more_than_the_other_is_named_off_the_scale()
    {
        // 2 of 4 rows are positive: calling nobody costs 10 · 2/4 = 5, everybody 1 · 2/4 = 0.5.
        ThresholdCounts counts = ThresholdCounts.From([true, true, false, false], [0.9, 0.4, 0.6, 0.1]);
        string[] words = Words(CostCurveFigure.Draw(CostCurve.From(counts, new ErrorCosts(10, 1))));
        Assert.Contains("flag nothing: 5, above this scale", words);
        Assert.Contains("flag everything: 0.5", words);
        Assert.DoesNotContain("5", words);
    }

    [Fact]
    public void Where_both_cost_alike_both_stand_on_the_scale()
    {
        ThresholdCounts counts = ThresholdCounts.From([true, true, false, false], [0.9, 0.4, 0.6, 0.1]);
        string[] words = Words(CostCurveFigure.Draw(CostCurve.From(counts, new ErrorCosts(1, 1))));
        Assert.Contains("flag nothing: 0.5", words);
        Assert.Contains("flag everything: 0.5", words);
    }

    [Fact]
    public void Five_thousand_distinct_scores_stay_under_100_kB()
    {
        var random = new Random(3);
        double[] scores = [.. Enumerable.Range(0, 5_000).Select(_ => random.NextDouble())];
        bool[] labels = [.. scores.Select(score => random.NextDouble() < score)];
        Figure figure = CostCurveFigure.Draw(CostCurve.From(ThresholdCounts.From(labels, scores), new ErrorCosts(10, 1)));
        Assert.InRange(FigureFiles.Svg(figure).Length, 5_000, 100_000);
    }

    private static string[] Words(Figure figure) =>
        [.. XElement.Parse(FigureFiles.Svg(figure)).Descendants().Where(element => element.Name.LocalName == "text")
            .Select(text => text.Value)];
}
