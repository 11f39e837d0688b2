using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Published detectors, each of its rules on a history that was made by hand.</summary>
public sealed class PublishedRulesTests
{
    private static readonly WatchedRun Quiet = new()
    {
        TrainingLosses = [1.0, 0.8, 0.6, 0.5, 0.45, 0.4, 0.36, 0.33, 0.31, 0.3],
        ValidationLosses = [1.0, 0.85, 0.7, 0.6, 0.55, 0.5, 0.47, 0.45, 0.44, 0.43],
        TrainingAccuracies = [0.5, 0.6, 0.7, 0.72, 0.75, 0.77, 0.79, 0.8, 0.81, 0.82],
        ValidationAccuracies = [0.5, 0.58, 0.68, 0.7, 0.73, 0.75, 0.76, 0.77, 0.78, 0.79],
        Looks = [.. Enumerable.Repeat(Look(), 10)],
        NotPositive = [0.5],
    };

    [Fact]
    public void Nothing_is_raised_where_nothing_is_beyond_a_threshold()
    {
        Assert.All(
            PublishedRules.All.Where(rule => rule.Name != "always"), rule => Assert.True(!rule.Raises(Quiet).Any(), rule.Name));
        Assert.Equal(["always"], PublishedRules.All.Single(rule => rule.Name == "always").Raises(Quiet));
    }

    [Fact]
    public void AutoTrainer_takes_a_first_gradient_of_71_times_the_last_for_an_explosion()
    {
        Assert.Equal(["exploding gradient"], AutoTrainerRule.Raises(With(Look(first: 71, last: 1))));
        Assert.Empty(AutoTrainerRule.Raises(With(Look(first: 70, last: 1))));
        Assert.Contains("exploding gradient", AutoTrainerRule.Raises(Quiet with { TrainingLosses = [1, 1000] }));
        Assert.Contains("exploding gradient", AutoTrainerRule.Raises(Quiet with { IsDiverged = true }));
    }

    [Fact]
    public void AutoTrainer_looks_at_small_and_dead_gradients_only_where_accuracy_is_poor()
    {
        WatchedRun poor = Quiet with { TrainingAccuracies = [0.5, 0.55, 0.6], ValidationAccuracies = [0.5, 0.52, 0.54] };
        Assert.Equal(["vanishing gradient"], AutoTrainerRule.Raises(poor with { Looks = [Look(first: 0.00005, last: 0.1)] }));
        Assert.Equal(["dying ReLU"], AutoTrainerRule.Raises(poor with { Looks = [Look(zeros: 0.7)] }));
        Assert.Empty(AutoTrainerRule.Raises(With(Look(first: 0.00005, last: 0.1, zeros: 0.7))));
    }

    [Fact]
    public void AutoTrainer_calls_it_slow_where_no_epoch_gains_a_hundredth_and_accuracy_is_poor()
    {
        double[] still = [0.5, 0.505, 0.51];
        WatchedRun slow = Quiet with { TrainingAccuracies = still, ValidationAccuracies = still };
        Assert.Equal(["slow convergence"], AutoTrainerRule.Raises(slow));
        Assert.Empty(AutoTrainerRule.Raises(slow with { TrainingAccuracies = [0.5, 0.52] }));
    }

    [Fact]
    public void AutoTrainer_calls_it_oscillating_where_accuracy_falls_by_three_hundredths_in_a_fifth_of_the_epochs()
    {
        double[] swings = [0.5, 0.6, 0.7, 0.8, 0.7, 0.8, 0.7, 0.8, 0.7, 0.8];
        Assert.Equal(["oscillating loss"], AutoTrainerRule.Raises(Quiet with { TrainingAccuracies = swings }));
        double[] ripples = [.. swings.Select(one => 0.7 + (one - 0.7) / 5)];
        Assert.Empty(AutoTrainerRule.Raises(Quiet with { TrainingAccuracies = ripples }));
    }

    [Fact]
    public void Umlaut_raises_each_of_its_rules()
    {
        Assert.Equal(["input exceeds typical limits"], UmlautRule.Raises(Quiet with { LeastFeature = -1.1 }));
        Assert.Equal(["learning rate"], UmlautRule.Raises(Quiet with { LearningRate = 0.02 }));
        Assert.Equal(["possible overfitting"], UmlautRule.Raises(Quiet with
        {
            TrainingLosses = [1, 0.9],
            ValidationLosses = [1, 1.001],
        }));
        Assert.Equal(["check validation accuracy"], UmlautRule.Raises(Quiet with
        {
            TrainingAccuracies = [0.5, 0.6, 0.7],
            ValidationAccuracies = [0.5, 0.6, 0.76],
        }));
        Assert.Empty(UmlautRule.Raises(Quiet with { TrainingAccuracies = [0.5, 0.6], ValidationAccuracies = [0.9, 0.99] }));
        Assert.Equal(["high dropout"], UmlautRule.Raises(Quiet with { Dropout = 0.6 }));
        Assert.Equal(["hidden layer without activation"], UmlautRule.Raises(Quiet with { HasStraightHiddenLayer = true }));
        Assert.Equal(["missing softmax"], UmlautRule.Raises(Quiet with { HasNoProbabilities = true }));
        Assert.Equal(["NaN loss"], UmlautRule.Raises(Quiet with { IsDiverged = true }));
    }

    [Fact]
    public void DeepDiagnosis_raises_each_of_its_rules()
    {
        Assert.Equal(["numerical error"], DeepDiagnosisRule.Raises(Quiet with { IsDiverged = true }));
        Assert.Equal(["improper data"], DeepDiagnosisRule.Raises(Quiet with { GreatestFeature = 3 }));
        Assert.Equal(["dead node"], DeepDiagnosisRule.Raises(Quiet with { NotPositive = [0.5, 0.7] }));
        Assert.Equal(["saturated activation"], DeepDiagnosisRule.Raises(Quiet with { Saturated = [0.51] }));
        Assert.Equal(["vanishing gradient"], DeepDiagnosisRule.Raises(With(Look(mean: 1e-8))));
        Assert.Equal(["out of range learning rate"], DeepDiagnosisRule.Raises(With(Look(rate: 1))));
        Assert.Equal(["loss not decreasing"], DeepDiagnosisRule.Raises(Quiet with { TrainingLosses = [1, 0.5, 0.5, 0.5, 0.5, 0.5] }));
        Assert.Equal(
            ["accuracy not increasing"], DeepDiagnosisRule.Raises(Quiet with { TrainingAccuracies = [.. Enumerable.Repeat(0.9, 20)] }));
        Assert.Equal(["improper weights"], DeepDiagnosisRule.Raises(With(Look(variance: 11))));
    }

    [Fact]
    public void Trainproof_raises_each_of_its_rules()
    {
        Assert.Equal(["NaN"], TrainproofRule.Raises(Quiet with { IsDiverged = true }));
        Assert.Equal(["divergence"], TrainproofRule.Raises(Quiet with { TrainingLosses = [1, 0.5, 0.8] }));
        Assert.Equal(["flat loss", "dead run"], TrainproofRule.Raises(Quiet with { TrainingLosses = [.. Enumerable.Repeat(1.0, 10)] }));
        Assert.Equal(["zero loss"], TrainproofRule.Raises(Quiet with { TrainingLosses = [0, 0, 0, 0, 0] }));
        Assert.Equal(["gradient spike"], TrainproofRule.Raises(Quiet with
        {
            Looks = [.. Enumerable.Repeat(Look(), 9), Look(first: 20, last: 20)],
        }));
        Assert.Equal(["zero gradient"], TrainproofRule.Raises(With(Look(first: 0, last: 0))));
        Assert.Equal(["zero learning rate"], TrainproofRule.Raises(With(Look(rate: 0))));
        Assert.Equal(["overfitting"], TrainproofRule.Raises(Quiet with
        {
            TrainingLosses = [1, 0.8, 0.6, 0.5, 0.4],
            ValidationLosses = [1, 0.8, 1, 1, 1],
        }));
    }

    [Fact]
    public void A_loss_that_does_not_fall_is_all_that_the_second_dummy_knows()
    {
        PublishedRule dummy = PublishedRules.All.Single(rule => rule.Name == "did the loss fall?");
        Assert.NotEmpty(dummy.Raises(Quiet with { TrainingLosses = [1, 1.1] }));
        Assert.NotEmpty(dummy.Raises(Quiet with { TrainingLosses = [1, double.NaN] }));
        Assert.Empty(dummy.Raises(Quiet with { TrainingLosses = [1, 0.99] }));
    }

    private static WatchedRun With(WatchedLook look) => Quiet with { Looks = [.. Enumerable.Repeat(look, 10)] };

    private static WatchedLook Look(
        double first = 1, double last = 1, double mean = 0.1, double zeros = 0, double rate = 0.001, double variance = 0.1) =>
        new([first, last], [mean, mean], zeros, [1, 1], [variance, variance], rate);
}
