using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;
using SkiaSharp;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>Figures of trainings stay readable when there is one of what is usually many, or none, or far too many.</summary>
public sealed class NetEdgeFigureTests
{
    public static TheoryData<Figure> Figures => [.. NetExamples.All(), .. NetEdgeExamples.All()];

    [Theory]
    [MemberData(nameof(Figures))]
    public void Words_lie_inside_the_picture_and_not_on_others_and_the_file_is_small(Figure figure)
    {
        string svg = FigureFiles.Svg(figure);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.All(DrawnWords.Of(svg), words =>
        {
            Assert.InRange(words.Box.Left, 0, figure.Width);
            Assert.InRange(words.Box.Right, 0, figure.Width + 1);
            Assert.InRange(words.Box.Bottom, 9, figure.Height);
        });
        Assert.InRange(svg.Length, 500, 100_000);
        Assert.NotEmpty(figure.AltText);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(200, 0)]
    public void Words_on_others_are_found(int x, int overlaps)
    {
        string svg = $"<svg xmlns=\"http://www.w3.org/2000/svg\"><text x=\"10\" y=\"30\">words</text><text x=\"{x}\" "
            + $"y=\"32\">others</text></svg>";
        Assert.Equal(overlaps, DrawnWords.Overlaps(svg).Count);
    }

    [Fact]
    public void Marked_rates_step_down_like_a_stair_so_that_no_line_runs_through_words()
    {
        string svg =
            FigureFiles.Svg(LearningRateOutcomeFigure.Draw("outcome", NetExamples.Sweep(0.001, 0.01, 0.1), NetExamples.Range, 0.01));
        string[] names = ["steepest fall", "sweep's best", "valley", "minimum / 10"]; // from the smallest rate to the largest
        SKRect[] boxes = [.. names.Select(
            name => DrawnWords.Of(svg).Single(words => words.Words.StartsWith(name, StringComparison.Ordinal)).Box)];
        Assert.All(boxes.Zip(boxes.Skip(1)), pair =>
        {
            Assert.True(pair.Second.Left > pair.First.Left);
            Assert.True(pair.Second.Top >= pair.First.Bottom);
        });
    }

    [Fact]
    public void Words_of_a_lone_mark_far_right_stand_left_of_it()
    {
        string svg = FigureFiles.Svg(FitCurvesFigure.Draw(
            "fit", "net", NetExamples.Losses(9, epoch => 2.0 / epoch, epoch => 2.0 / epoch), null));
        SKRect mark = DrawnWords.Of(svg).Single(words => words.Words == "lowest validation loss 0.222 in epoch 9").Box;
        Assert.InRange(mark.Right, 300, DrawnWords.Of(svg).Single(words => words.Words == "gap 0").Box.Left);
    }

    [Fact]
    public void The_recommended_rate_is_named_so_at_its_curve()
    {
        string[] words = [.. DrawnWords.Of(
            FigureFiles.Svg(LearningRateSweepFigure.Draw("sweep", NetExamples.Sweep(0.001, 0.01, 1), 0.01, "training")))
            .Select(label => label.Words)];
        Assert.Contains("0.01, recommended", words);
        Assert.Contains("0.001", words);
        Assert.Contains("× 1 diverged at step 1", words);
    }

    [Fact]
    public void Seeds_that_diverged_are_counted_where_others_did_not()
    {
        Figure sweep = NetEdgeExamples.All().Single(figure => figure.Name == "sweep-some-seeds"),
            outcome = NetEdgeExamples.All().Single(figure => figure.Name == "outcome-some-seeds");
        Assert.Contains(
            "rate 0.01 from 0.827 to 1.8, diverged at step 50 in 1 of 3 seeds; "
            + "rate 0.1 diverged at step 0 in 1 of 3 seeds",
            sweep.AltText, StringComparison.Ordinal);
        Assert.Contains("0.01 0.0725, where 1 of 3 seeds diverged", outcome.AltText, StringComparison.Ordinal);
        Assert.Equal(2, DrawnWords.Of(FigureFiles.Svg(outcome)).Count(words => words.Words == "1 of 3"));
    }

    [Fact]
    public void Gradients_beyond_a_shared_axis_are_said_in_numbers()
    {
        string svg = FigureFiles.Svg(NetEdgeExamples.All().Single(figure => figure.Name == "norms-one-step"));
        Assert.Contains("layer7 above: 1e30", svg, StringComparison.Ordinal);
        Assert.Contains("diverged at step 1, after norms of up to 1e30", svg, StringComparison.Ordinal);
        Assert.Contains(
            "every gradient was 0",
            FigureFiles.Svg(NetEdgeExamples.All().Single(figure => figure.Name == "norms-zero")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_than_thirty_classes_those_with_most_mistakes_are_drawn()
    {
        string text = ConfusionMatrixFigure.Draw(
            [.. Enumerable.Range(0, 40).Select(i => $"class {i}")], NetEdgeExamples.Counts(40)).AltText;
        Assert.Contains("The 30 of 40 classes with the most mistakes are drawn.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class 1,", text, StringComparison.Ordinal);
        Assert.Contains("class 30,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "most mistakes", ConfusionMatrixFigure.Draw(
                [.. Enumerable.Range(0, 30).Select(i => $"{i}")], NetEdgeExamples.Counts(30)).AltText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_in_a_confusion_matrix_is_of_all_calls_drawn_or_not()
    {
        ConfusionCell cell = ConfusionCell.Of([[6, 1, 3], [0, 5, 0], [0, 0, 5]], [0, 2]).First();
        Assert.Equal(0.6, cell.Share);
        Assert.True(cell.IsRight);
        Assert.Equal((0, 1), (cell.Column, cell.Up));
    }

    [Fact]
    public void A_mistake_says_what_it_is_and_what_it_was_called_and_how_surely()
    {
        Figure figure = MistakesFigure.Draw("mistakes", 2, [([0, 16, 0, 16], "3", "9", 0.981)], 6);
        Assert.Equal("1 picture predicted wrongly: 3 predicted as 9, p = 0.98.", figure.AltText);
        Assert.Contains(DrawnWords.Of(FigureFiles.Svg(figure)), words => words.Words == "3 predicted as 9, p = 0.98");
        Assert.Equal("There is no mistake to show.", MistakesFigure.Draw("mistakes", 2, [], 6).AltText);
        Assert.Throws<ArgumentException>(() => MistakesFigure.Draw("mistakes", 2, [([0, 16], "3", "9", 0.98)], 6));
    }

    [Fact]
    public void Curves_of_several_sources_say_how_far_they_are_apart()
    {
        string text = SourceCurvesFigure.Draw("sources",
            [
                ("autograd", NetExamples.Losses(2, _ => 1, _ => 1)),
                ("by hand", NetExamples.Losses(2, epoch => epoch == 2 ? 1.25 : 1, _ => 1)),
            ]).AltText;
        Assert.Contains("At no step are they further apart than 0.25.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_candidates_those_that_got_furthest_are_drawn() =>
        Assert.Contains(
            "The 200 that got furthest are drawn.",
            NetEdgeExamples.All().Single(figure => figure.Name == "search-many").AltText, StringComparison.Ordinal);

    [Fact]
    public void No_regularisation_stands_apart_from_the_weakest()
    {
        string svg = FigureFiles.Svg(StrengthFigure.Draw(
            "strength", "penalty λ",
            [.. new[] { 0, 0.001, 0.01, 0.1 }.Select(strength => new StrengthPoint(strength, [0.1], [0.2]))], 0.01));
        float[] middles = [.. new[] { "none", "0.001", "0.01", "0.1" }
            .Select(tick => DrawnWords.Of(svg).First(words => words.Words == tick).Box.MidX)];
        Assert.Equal(middles[2] - middles[1], middles[3] - middles[2], 1f);
        Assert.InRange(middles[1] - middles[0], 20, 2 * (middles[2] - middles[1]));
        Assert.Contains("best: 0.01, validation loss 0.2", svg, StringComparison.Ordinal);
    }
}
