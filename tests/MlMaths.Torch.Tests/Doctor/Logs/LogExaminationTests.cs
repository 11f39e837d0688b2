using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What curves alone can tell, and what they must not.</summary>
public sealed class LogExaminationTests(LogFiles files) : IClassFixture<LogFiles>
{
    private const double Noise = 0.05;

    public static TheoryData<string> Healthy() => [.. Sound.Keys];

    // Curves of the kinds that other rules take for ill, drawn by their law.
    private static readonly Dictionary<string, (Func<int, double> Training, Func<int, double> Validation)> Sound = new()
    {
        ["a plain fall"] = (at => 0.1 + Math.Exp(-at / 6.0), at => 0.2 + Math.Exp(-at / 6.0)),
        ["training above validation, as with dropout"] = (at => 0.6 + Math.Exp(-at / 6.0), at => 0.3 + Math.Exp(-at / 6.0)),
        ["validation far below training at the start"] = (at => 0.1 + 3 * Math.Exp(-at / 3.0), at => 0.1 + Math.Exp(-at / 3.0)),
        ["a floor, as of wrong labels"] = (at => 1.2 + Math.Exp(-at / 5.0), at => 1.25 + Math.Exp(-at / 5.0)),
        ["one cycle: up in the middle"] = (
            at => 0.1 + Math.Exp(-at / 10.0) + 0.4 * Math.Exp(-(at - 20) * (at - 20) / 40.0),
            at => 0.2 + Math.Exp(-at / 10.0) + 0.4 * Math.Exp(-(at - 20) * (at - 20) / 40.0)),
        ["warm restarts"] = (
            at => 0.1 + Math.Exp(-at / 10.0) + 0.15 * Math.Exp(-(at % 15) / 4.0),
            at => 0.2 + Math.Exp(-at / 10.0) + 0.15 * Math.Exp(-(at % 15) / 4.0)),
        ["the edge of stability"] = (at => (0.02 + Math.Exp(-at / 8.0)) * (at % 7 == 3 ? 1.6 : 1), at => 0.1 + Math.Exp(-at / 8.0)),
        ["grokking: validation comes late"] = (
            at => 0.01 + Math.Exp(-at / 3.0),
            at => 1 + 1.5 / (1 + Math.Exp(-(at - 8) / 2.0)) - 2.4 / (1 + Math.Exp(-(at - 45) / 2.0))),
        ["a mild rise that does not matter"] = (at => 0.01 + Math.Exp(-at / 6.0), at => 0.2 + Math.Exp(-at / 6.0) + 0.0005 * at),
    };

    [Theory]
    [MemberData(nameof(Healthy))]
    public void A_sound_curve_raises_no_alarm(string kind)
    {
        (Func<int, double> training, Func<int, double> validation) = Sound[kind];
        for (int seed = 1; seed <= 5; seed++)
        {
            LogExamination said = LogFiles.Examined(
                files.Keras(LogFiles.Curve(60, training, Noise, seed), LogFiles.Curve(60, validation, Noise, 100 + seed)));
            Assert.True(!said.IsIll, string.Join(" ", said.Causes.Select(cause => cause.Evidence)));
        }
    }

    [Fact]
    public void A_validation_loss_that_rises_while_the_training_loss_falls_names_the_epoch_of_the_better_weights()
    {
        LogExamination said = LogFiles.Examined(files.Keras(
            LogFiles.Curve(40, at => 0.01 + Math.Exp(-at / 8.0), Noise),
            LogFiles.Curve(40, at => 0.3 + Math.Exp(-at / 5.0) + 0.02 * Math.Max(0, at - 12), Noise, 2)));
        Cause cause = Assert.Single(said.Causes);
        Assert.Equal(("overfitted", "no_rise", true), (cause.Id, cause.Check, said.IsIll));
        Assert.Matches("keep the weights of epoch 1[0-9]", cause.Fix);
        Assert.Contains("training far longer was not tried, and may differ", cause.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rise_of_both_losses_is_no_overfitting_but_a_rate_that_is_too_large()
    {
        double[] both = LogFiles.Curve(40, at => 0.2 + Math.Exp(-at / 5.0) + (at > 25 ? 0.3 * (at - 25) : 0), Noise);
        LogExamination said = LogFiles.Examined(files.Keras(both, both));
        Assert.Equal("learning_rate_too_large", said.Causes[0].Id);
        Assert.DoesNotContain(said.Causes, cause => cause.Id == "overfitted");
    }

    [Theory]
    [InlineData(1.3, "learning_rate_too_large", "it had grown from")]
    [InlineData(0.8, "values_not_finite", "just before, and had not grown")]
    public void What_came_before_a_loss_that_is_no_number_says_where_to_look_first(double factor, string cause, string told)
    {
        LogExamination said = LogFiles.Examined(files.Losses([.. LogFiles.Curve(12, at => Math.Pow(factor, at)), double.NaN, double.NaN]));
        Assert.Equal(cause, said.Causes[0].Id);
        Assert.Equal(2, said.Causes.Count);
        Assert.Contains(told, said.Causes[0].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_a_number_again_later_is_told_and_is_no_fault()
    {
        double[] losses = LogFiles.Curve(30, at => 0.1 + Math.Exp(-at / 6.0), Noise);
        losses[11] = double.NaN;
        LogExamination said = LogFiles.Examined(files.Losses(losses));
        Assert.False(said.IsIll);
        Assert.Equal(CheckOutcome.Undecided, said.Checks.Single(check => check.Id == "stays_finite").Outcome);
    }

    [Theory]
    [InlineData(0.6931, "no_gradient")]
    [InlineData(0, "loss_compares_nothing")]
    public void A_loss_that_is_the_same_to_the_last_digit_fails(double loss, string cause) =>
        Assert.Equal(cause, LogFiles.Examined(files.Losses(Enumerable.Repeat(loss, 20))).Causes[0].Id);

    [Fact]
    public void A_loss_that_does_not_fall_fails_where_its_noise_is_small_enough_to_tell()
    {
        LogExamination said = LogFiles.Examined(files.Losses(LogFiles.Curve(60, _ => 0.69, 0.01)));
        Assert.Equal("loss_falls", said.Causes[0].Check);
        Assert.False(LogFiles.Examined(files.Losses(LogFiles.Curve(12, _ => 0.69, 0.5))).IsIll);
    }

    [Fact]
    public void A_cross_entropy_at_chance_is_told_where_the_number_of_classes_is_known()
    {
        string file = files.Losses(LogFiles.Curve(40, at => 2.31 + 0.6 * Math.Exp(-at / 2.0), 0.01));
        Assert.False(LogFiles.Examined(file).IsIll);
        LogExamination said = LogFiles.Examined(file, classes: 10);
        Assert.Equal("better_than_chance", said.Causes[0].Check);
        Assert.Contains("ln 10 = 2.3", said.Causes[0].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_still_falls_at_the_end_is_no_fault()
    {
        LogExamination said = LogFiles.Examined(files.Losses(LogFiles.Curve(40, at => 2 - 0.04 * at, 0.01)));
        Assert.True(said.IsStillLearning);
        Assert.False(said.IsIll);
        Assert.Equal("too_few_epochs", Assert.Single(said.Causes).Id);
    }

    [Fact]
    public void Few_readings_are_not_judged_and_the_check_says_what_to_log()
    {
        LogExamination said = LogFiles.Examined(files.Losses([3, 2, 1]));
        Assert.True(said.IsHealthy);
        Assert.Contains(
            "3 finite readings, and 8 are needed: log it more often", said.Checks.Single(check => check.Id == "loss_falls").Why,
            StringComparison.Ordinal);
        Assert.Contains(
            "no validation loss: log one after each epoch", said.Checks.Single(check => check.Id == "no_rise").Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Losses_below_zero_are_read_as_they_are()
    {
        LogExamination said = LogFiles.Examined(files.Losses(LogFiles.Curve(40, at => 5 * Math.Exp(-at / 6.0)).Select(loss => loss - 3)));
        Assert.False(said.IsIll);
        Assert.False(said.IsAboveZero);
    }

    /// <summary>The size of the tests together, where noise is of the kind that they know: none of the curves changes.</summary>
    [Fact]
    public void Curves_that_rest_alarm_no_more_often_than_the_size_says()
    {
        int alarms = 0;
        const int Curves = 400;
        for (int seed = 0; seed < Curves; seed++)
        {
            double[] training = LogFiles.Curve(40, at => 0.2 + Math.Exp(-at / 2.0), Noise, seed);
            double[] validation = LogFiles.Curve(40, at => 0.3 + Math.Exp(-at / 2.0), 2 * Noise, 10_000 + seed);
            if (LogFiles.Examined(files.Keras(training, validation)).IsIll) alarms++;
        }

        Assert.InRange(alarms, 0, (int)(LogChecks.Size * Curves));
    }
}
