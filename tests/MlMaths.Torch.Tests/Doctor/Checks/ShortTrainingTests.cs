using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>A few rows for a few hundred steps: the same schedule in little, and what has to be changed until they are learnt.</summary>
public sealed class ShortTrainingTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData(4, 4)]
    [InlineData(16, 1)]
    [InlineData(5, 4)]
    [InlineData(100, 1)]
    public void Its_epochs_are_those_that_it_runs(int batch, int perEpoch)
    {
        TrainingSpec spec = Parse($$"""
            {
                "rule": { "schedule": "step", "decay_epochs": 10, "warm_up": 50 }, "net": { "dropout": 0.5 },
                "training": { "batch": {{batch}}, "epochs": 40, "early_stopping": 3 }
            }
            """);
        TrainingSpec brief = ShortTraining.Brief(spec, rows: 16, steps: 1600, wholeSteps: 400);
        Assert.Equal(1600 / perEpoch, brief.Training.Epochs);
        Assert.Equal(brief.Training.Epochs / 4, brief.Rule.DecayEpochs); // a quarter of the training, as it was
        Assert.Equal(200, brief.Rule.WarmUp);                            // an eighth of the steps, as it was
        Assert.Equal((null, 0), (brief.Training.EarlyStopping, brief.Net.Dropout));
    }

    [Fact]
    public void A_training_of_more_steps_than_an_int_holds_is_examined_like_any_other()
    {
        TrainingSpec spec = Parse("""
            {
                "data": { "rows": 4000 }, "rule": { "schedule": "step", "decay_epochs": 1000000, "warm_up": 1000000 },
                "training": { "epochs": 1000000, "batch": 1 }
            }
            """);
        using var data = SpecData.Prepare(spec, Seed);
        using StartProbe probe = new(spec, data, Seed, CancellationToken.None);
        Assert.Equal(1_000_000L * data.TrainingRows, probe.WholeSteps);
        // A training of 16 rows for 1600 steps: its falls and its warm-up are the shares that they were.
        TrainingSpec brief = ShortTraining.Brief(spec, rows: 16, steps: 1600, probe.WholeSteps);
        Assert.Equal((100, 1), (brief.Rule.DecayEpochs, brief.Rule.WarmUp));
        ILearningRateSchedule schedule = (spec.Rule with { WarmUp = 0 }).NewSchedule(data.TrainingRows, probe.WholeSteps)!;
        Assert.Equal(1, schedule.Factor(1_000_000_000, int.MaxValue));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void A_schedule_comes_to_its_end_in_a_short_training(int batch)
    {
        TrainingSpec spec = Parse($$"""{ "rule": { "schedule": "cosine" }, "training": { "batch": {{batch}} } }""");
        using var data = SpecData.Prepare(spec, Seed);
        int[] places = [.. Enumerable.Range(0, 16)];
        TrainingSpec brief = ShortTraining.Brief(spec, places.Length, steps: 200, wholeSteps: 400);
        using SpecData few = data.For(brief, places);
        using SpecTraining training = new(brief, few, Seed);
        IReadOnlyList<double> rates = training.FitAndRecord(CancellationToken.None).Curve("learning_rate").Values;
        Assert.Equal(200, rates.Count);
        Assert.InRange(rates[^1], 0, 0.001 * rates[0]);
    }

    [Fact]
    public void Rows_of_another_spec_are_given_as_that_spec_takes_them()
    {
        TrainingSpec broadcast = Parse("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""");
        using var data = SpecData.Prepare(broadcast, Seed);
        int[] places = [.. Enumerable.Range(0, 16)];
        using SpecData own = data.For(broadcast, places), good = data.For(KnownGood.Of(broadcast), places);
        Assert.Equal([16L], own.Training.y.shape);
        Assert.Equal([16L, 1L], good.Training.y.shape);
    }

    [Fact]
    public void What_is_not_learnt_by_heart_names_the_fields_with_which_it_is()
    {
        CheckResult byHeart = ByHeart("""{ "net": { "initialisation": "normal", "weight_scale": 0.00001, "hidden": [32, 32, 32] } }""");
        Assert.Equal("initial_weights_unsuitable", byHeart.Fault!.Id);
        Assert.Equal("set net.initialisation to he", byHeart.Fault.Fix);
        Assert.Contains("learnt with net.initialisation he", byHeart.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "data": { "set": "iris" }, "rule": { "kind": "sgd", "clip": 0.000001 } }""", "leave rule.clip out")]
    [InlineData("""{ "data": { "set": "wine" }, "rule": { "weight_decay": 100 } }""", "leave rule.weight_decay out")]
    [InlineData("""{ "data": { "set": "breast_cancer" }, "rule": { "warm_up": 1000000 } }""", "set rule.warm_up to 0")]
    public void The_fix_is_the_one_field_that_hinders(string json, string fix) => Assert.Equal(fix, ByHeart(json).Fault!.Fix);

    [Fact]
    public void A_broadcast_is_what_keeps_a_handful_from_being_learnt()
    {
        CheckResult byHeart = ByHeart("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""");
        Assert.Equal("set slips.targets_broadcast to false", byHeart.Fault!.Fix);
    }

    [Fact]
    public void Fields_that_need_not_be_changed_are_put_back()
    {
        TrainingSpec own = Parse("""{ "net": { "activation": "tanh" }, "rule": { "kind": "sgd", "learning_rate": 0.5 } }""");
        IReadOnlyList<SpecChange> needed = ByHeartCheck.Needed(own, Parse("{}"), spec => spec.Rule.Kind == RuleName.Adam);
        Assert.Equal("set rule.kind to adam", SpecChange.Words(needed));
        Assert.Equal(["net.activation", "rule.kind", "rule.learning_rate"], SpecChange.Between(own, Parse("{}")).Select(one => one.Path));
    }

    private static TrainingSpec Parse(string json) => TrainingSpec.Parse(json);

    private static CheckResult ByHeart(string json)
    {
        TrainingSpec spec = Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        using StartProbe probe = new(spec, data, Seed, CancellationToken.None);
        return ByHeartCheck.Of(probe);
    }
}
