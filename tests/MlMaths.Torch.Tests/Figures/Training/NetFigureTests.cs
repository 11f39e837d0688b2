using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>What the figures of trainings say to who cannot see them, and how they bear what is missing.</summary>
public sealed class NetFigureTests
{
    [Fact]
    public void A_sweep_says_how_each_rate_ended_and_which_is_recommended()
    {
        string text = LearningRateSweepFigure.Draw("sweep", NetExamples.Sweep(0.01, 1), 0.01, "training").AltText;
        Assert.Contains("over 3 seeds", text, StringComparison.Ordinal);
        Assert.Contains("rate 1 diverged at step 1", text, StringComparison.Ordinal);
        Assert.Contains("0.01 is recommended.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_in_which_all_diverged_can_be_drawn()
    {
        Assert.Contains(
            "None is recommended", LearningRateSweepFigure.Draw("sweep", NetExamples.Sweep(1, 2), null, "validation").AltText,
            StringComparison.Ordinal);
        Assert.Contains(
            "1 diverged, 2 diverged",
            LearningRateOutcomeFigure.Draw("outcome", NetExamples.Sweep(1, 2), new LearningRateRangeTest([], [], []), null).AltText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_test_says_where_the_loss_is_least_and_what_the_rules_answer()
    {
        string text = RangeTestFigure.Draw("range", NetExamples.Range, 0.003).AltText;
        Assert.Contains("sweep's best 0.003", text, StringComparison.Ordinal);
        Assert.Contains("valley", text, StringComparison.Ordinal);
        Assert.Contains("no finite loss", RangeTestFigure.Draw("range", new LearningRateRangeTest([], [], []), null).AltText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_gap_between_both_losses_is_said_in_numbers()
    {
        TrainingHistory history = NetExamples.Losses(4, epoch => 1.0 / epoch, epoch => epoch == 3 ? 0.5 : 0.75);
        string text = FitCurvesFigure.Draw("fit", "overfitted net", history, null).AltText;
        Assert.Contains(
            "training from 1 to 0.25, validation from 0.75 to 0.75, lowest 0.5 after epoch 3; "
            + "the gap at the end is 0.5.",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_that_ended_before_its_first_epoch_can_be_drawn()
    {
        var none = new TrainingHistory("net", TrainingStatus.Diverged, 0, []);
        Assert.Contains("no epoch ended", FitCurvesFigure.Draw("fit", "net", none, null).AltText, StringComparison.Ordinal);
        Assert.Contains("layer1 not finite", LayerNormsFigure.Draw("norms", "broken", none, ["layer1"], null).AltText,
            StringComparison.Ordinal);
        Assert.Contains("no finite loss", SourceCurvesFigure.Draw("sources", [("autograd", none)]).AltText, StringComparison.Ordinal);
        Assert.Contains("not checked", ActivationsFigure.Draw("dead", none, [4]).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Strengths_that_diverged_are_said_to()
    {
        string text = StrengthFigure.Draw("strength", "dropout p", [new(0, [0.1], [0.5, 0.7]), new(0.5, [], [])], 0).AltText;
        Assert.Equal("Mean validation loss by dropout p: none 0.6, 0.5 diverged. Best: none.", text);
    }

    [Fact]
    public void A_search_says_how_many_went_how_far_and_which_is_best()
    {
        string text = SearchFigure.Draw("search", [new("rate 0.1", [2], [0.9], false), new("rate 0.01", [2, 6], [0.5, 0.3], true)]).AltText;
        Assert.Equal(
            "Validation loss of each candidate against its epochs: 1 of 2 end after 2 epochs, "
            + "1 of 2 end after 6 epochs. Best: rate 0.01, with a loss of 0.3 after 6 epochs.",
            text);
        Assert.Contains("None is best", SearchFigure.Draw("search", [new("rate 9", [2], [double.NaN], false)]).AltText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Speeds_stand_beside_the_first() =>
        Assert.Equal("Time of one gradient: autograd 100 µs; by hand 25 µs, 0.25 of autograd.",
            SourceSpeedFigure.Draw("speed", [("autograd", 100), ("by hand", 25)]).AltText);
}
