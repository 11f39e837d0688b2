using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class PairedIntervalsFigureTests
{
    [Theory]
    [InlineData(0.95, 0.5)]
    [InlineData(0.5, 0.95)]
    [InlineData(0.701, 0.7)]
    [InlineData(0.7, 0.7)]
    public void No_words_lie_on_each_other_however_near_the_two_are(double first, double second)
    {
        Figure figure = PairedIntervalsFigure.Draw("leaks", "ROC AUC", "with the leak", "without",
            [
                new("columns chosen first", Around(first), Around(second), second),
                new("copies", Around(0.7), Around(0.7), null),
            ]);
        Assert.Empty(DrawnWords.Overlaps(FigureFiles.Svg(figure)));
    }

    [Fact]
    public void Its_words_say_what_there_is_to_see_the_largest_difference_first()
    {
        Figure figure = PairedIntervalsFigure.Draw("leaks", "ROC AUC", "with the leak", "without",
            [new("small", Around(0.7), Around(0.69), null), new("large", Around(0.9), Around(0.5), 0.5)]);
        Assert.Equal(
            "ROC AUC, with the leak and without: large 0.900 (95 %: 0.880 to 0.920) and 0.500 (95 %: 0.480 to "
            + "0.520), truth 0.500; "
                + "small 0.700 (95 %: 0.680 to 0.720) and 0.690 (95 %: 0.670 to 0.710).",
            figure.AltText);
    }

    private static Interval Around(double value) => new(value, value - 0.02, value + 0.02, 0.95, "made up");
}
