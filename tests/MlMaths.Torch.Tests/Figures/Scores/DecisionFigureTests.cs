using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class DecisionFigureTests
{
    private static readonly ErrorCosts Costs = new(Miss: 21, FalseAlarm: 4) { Review = 1 };

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void No_words_lie_on_each_other_wherever_the_chosen_point_is(double threshold)
    {
        (bool[] labels, double[] scores) = Rows();
        ThresholdCounts counts = ThresholdCounts.From(labels, scores);
        Figure roc = RocCostFigure.Draw(
            RocCurve.From(counts), DeLong.Of(labels, scores).AreaInterval(0.95),
            new OperatingPoint(threshold, counts.At(threshold)), Costs);
        Assert.Empty(DrawnWords.Overlaps(FigureFiles.Svg(roc)));
        Assert.Contains("Lines of equal cost have a slope of", roc.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_curve_without_a_class_says_why()
    {
        ThresholdCounts counts = ThresholdCounts.From([false, false], [0.9, 0.4]);
        Figure roc = RocCostFigure.Draw(
            RocCurve.From(counts), Interval.Undefined("there are no positive rows"),
            new OperatingPoint(0.5, counts.At(0.5)), Costs);
        Assert.Contains("there are no positive rows", roc.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0004, 3)]
    [InlineData(0.012, 20)]
    [InlineData(0.3, 0.8)]
    [InlineData(0.02, 30_000)]
    public void The_strip_has_today_in_the_picture_wherever_it_is(double rate, double ratio)
    {
        (bool[] labels, double[] scores) = Rows();
        DecisionRegion region = DecisionRegion.From(ThresholdCounts.From(labels, scores), scores.Average(), Costs)!
            with
        { BaseRate = rate, CostRatio = ratio };
        string svg = FigureFiles.Svg(DecisionRegionFigure.Draw(region, later: Math.Min(0.9, 3 * rate)));
        Assert.Contains(DrawnWords.Of(svg), words => words.Words == "today");
        Assert.Contains(DrawnWords.Of(svg), words => words.Words == "later");
        Assert.Empty(DrawnWords.Overlaps(svg));
    }

    [Fact]
    public void A_strip_that_is_nowhere_says_so()
    {
        DecisionRegion region = DecisionRegion.From(ThresholdCounts.From([true, false], [0.5, 0.5]), 0.5, Costs)!;
        Assert.Contains("not worth using at any "
            + "base rate", DecisionRegionFigure.Draw(region).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_stand_cheapest_first_and_a_cost_of_nothing_has_a_place()
    {
        Interval nothing = new(0, 0, 40, 0.95, "x"), some = new(1234.4, 900, 1700, 0.95, "x");
        Figure figure = PolicyCostFigure.Draw("cost", [new("none", some), new("chosen", nothing)], "chosen");
        Assert.StartsWith(
            "cost, cheapest first: chosen (the one in use) 0 (95 %: 0 to 40); none 1,234 (95 %: 900 to 1,700)",
            figure.AltText, StringComparison.Ordinal);
        Assert.Contains(DrawnWords.Of(FigureFiles.Svg(figure)), words => words.Words == "1,234");
    }

    [Fact]
    public void A_choice_without_a_search_has_no_scatter()
    {
        var choice = CostThreshold.Choose(new RowCosts([false, false], Costs), [0.1, 0.2], seed: 1);
        Assert.Contains("one class", ThresholdScatterFigure.Draw(choice).AltText, StringComparison.Ordinal);
    }

    private static (bool[] Labels, double[] Scores) Rows()
    {
        var random = new Random(9);
        double[] scores = [.. Enumerable.Range(0, 800).Select(_ => Math.Pow(random.NextDouble(), 3))];
        return ([.. scores.Select(p => random.NextDouble() < p)], scores);
    }
}
