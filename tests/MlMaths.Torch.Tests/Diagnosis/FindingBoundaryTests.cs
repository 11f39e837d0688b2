using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Diagnosis;

/// <summary>Where each diagnosis begins, on records of a few numbers. The loss of chance is 2.</summary>
public sealed class FindingBoundaryTests
{
    [Theory]
    [InlineData(0.1, 0.29, false)]
    [InlineData(0.1, 0.31, true)]
    public void A_gap_of_a_tenth_of_chance_is_overfitting(double training, double validation, bool present) =>
        Assert.Equal(present, Overfitting.Of(Losses([1, training], [1, validation]))!.Present);

    [Fact]
    public void An_epoch_that_jumps_is_no_overfitting()
    {
        double[] training = [.. Enumerable.Repeat(0.3, 12)], validation = [.. Enumerable.Repeat(0.4, 11), 0.9];
        Finding finding = Overfitting.Of(Losses(training, validation))!;
        Assert.False(finding.Present, finding.Evidence);
        Assert.StartsWith(
            "In the median of the last 3 of 12 epochs the validation loss was 0.4 and the training loss 0.3: ",
            finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rise_is_overfitting_only_while_the_training_loss_falls_and_where_it_was_kept()
    {
        TrainingFacts rising = Losses([1, 0.5, 0.4], [1, 0.4, 0.55]);
        Finding finding = Overfitting.Of(rising)!;
        Assert.True(finding.Present);
        Assert.Equal(
            "After epoch 3 the validation loss was 0.55 and the training loss 0.4: a gap of 0.15, 8 % of the loss of "
            + "random guessing, 2; "
            + "since epoch 2 the validation loss has risen by 0.15, while the training loss fell from 0.5.", finding.Evidence);
        Assert.Equal("stop early: epoch 2 had the lowest validation loss, 0.4", finding.Fixes[1]);
        Assert.False(Overfitting.Of(rising with { BestKept = true })!.Present);
        Assert.False(Overfitting.Of(Losses([1, 0.5, 0.6], [1, 0.4, 0.55]))!.Present); // both rise: something else
        Assert.Null(Overfitting.Of(Losses([1, 0.5], [])));
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.01, true)]
    public void Half_of_chance_left_is_underfitting(double training, bool present) =>
        Assert.Equal(present, Underfitting.Of(Losses([2, training], [2, training]))!.Present);

    [Fact]
    public void A_net_far_above_another_underfits_unless_it_learnt_by_heart()
    {
        Assert.True(Underfitting.Of(Losses([2, 0.6], [2, 0.6]) with { LowestKnownLoss = 0.3 })!.Present);
        Assert.False(Underfitting.Of(Losses([2, 0.6], [2, 0.45]) with { LowestKnownLoss = 0.3 })!.Present);
        Assert.False(Underfitting.Of(Losses([2, 0.1], [2, 0.9]) with { LowestKnownLoss = 0.3 })!.Present);
    }

    [Fact]
    public void A_loss_that_still_falls_is_told_to_train_longer()
    {
        Finding falling = Underfitting.Of(Losses([2, 1.9, 1.8, 1.6], []))!, flat = Underfitting.Of(Losses([2, 1.6, 1.6, 1.6], []))!;
        Assert.Equal("train longer: in the last quarter of the epochs the loss still fell from 1.8 to 1.6", falling.Fixes[0]);
        Assert.Equal("use more units", flat.Fixes[0]);
        Assert.Null(Underfitting.Of(Losses([], [])));
    }

    [Theory]
    [InlineData(0.011, false)]
    [InlineData(0.009, true)]
    [InlineData(0, true)]
    public void A_hundredth_of_the_last_layers_gradient_is_vanishing(double first, bool present)
    {
        HistoryRow[] rows =
        [
            Row("gradient_norm.layer10.weight", 1), Row("gradient_norm.layer2.weight", 0.5),
            Row("gradient_norm.layer1.weight", first),
        ];
        Assert.Equal(present, VanishingGradients.Of(Facts(rows))!.Present);
        Assert.Null(VanishingGradients.Of(Facts(rows[..1])));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 90 }, false)]
    [InlineData(new[] { 1.0, 0.5, 101 }, true)]
    [InlineData(new[] { 101.0, 50, 20 }, true)]
    [InlineData(new[] { 99.0, 1e-9, 1e-9, 1e-9 }, false)]
    public void A_gradient_of_a_hundred_or_a_hundredfold_rise_is_exploding(double[] norms, bool present) =>
        Assert.Equal(present, ExplodingGradients.Of(Facts([.. norms.Select(norm => Row("gradient_norm", norm))])).Present);

    [Fact]
    public void A_training_that_diverged_says_at_which_step()
    {
        TrainingHistory history = new("run", TrainingStatus.Diverged, 7, [Row("loss", 2.5), Row("loss", double.NaN)]);
        Finding finding = ExplodingGradients.Of(new TrainingFacts(history, 2));
        Assert.True(finding.Present);
        Assert.Equal("The loss became infinite or NaN: it diverged at step 7, from 2.5 at first.", finding.Evidence);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void More_than_a_quarter_of_a_layer_is_dead(int dead, bool present)
    {
        TrainingFacts facts =
            Facts([Row("dead_units.layer1", 32), Row("dead_units.layer1", dead), Row("dead_units.layer2", 0)]) with
            {
                HiddenWidths = [32, 16],
            };
        Assert.Equal(present, DeadUnits.Of(facts)!.Present);
        Assert.Null(DeadUnits.Of(facts with { HiddenWidths = [] }));
    }

    private static TrainingFacts Losses(double[] training, double[] validation) => Facts(
    [
        .. training.Select(loss => Row("epoch_loss", loss)),
        .. validation.Select(loss => Row("loss", loss, "validation")),
    ]);

    private static TrainingFacts Facts(HistoryRow[] rows) =>
        new(new TrainingHistory("run", TrainingStatus.Completed, rows.Length, rows), 2);

    private static HistoryRow Row(string quantity, double value, string split = "training") => new("run", 0, 0, split, quantity, value);
}
