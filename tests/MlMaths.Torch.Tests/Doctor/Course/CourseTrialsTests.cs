using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Which of several changes is called the cause.</summary>
public sealed class CourseTrialsTests
{
    private static readonly SettingChange
        Rate = Change("rate", FaultStage.RateAndRule, isReset: true),
        Penalty = Change("penalty", FaultStage.Regularisation, isReset: true),
        Longer = Change("longer", FaultStage.Length, isReset: false);

    [Fact]
    public void What_closes_less_than_half_of_the_distance_is_no_cause() =>
        Assert.Empty(Ranked(("rate", 0.8), ("penalty", 1), ("longer", 0.7)));

    [Fact]
    public void Of_fields_put_back_that_close_about_as_much_the_one_upstream_is_first() =>
        Assert.Equal(["rate", "penalty"], Ranked(("rate", 0.3), ("penalty", 0.25), ("longer", 0.2)));

    [Theory]
    [InlineData(0.85, "dropout_too_strong")]
    [InlineData(0.3, "net_too_small")]
    public void Another_net_that_learns_in_spite_of_a_dropout_beyond_one_half_is_not_what_is_wrong(double dropout, string first)
    {
        var spec = TrainingSpec.Parse(
            FormattableString.Invariant($$"""{ "data": { "set": "digits" }, "net": { "hidden": [24, 24], "dropout": {{dropout}} } }"""));
        // From a loss of 1.8, beside a reference of 0.2: a wider layer closes 0.83 of the distance, and no dropout 0.95.
        IReadOnlyList<CourseTrial> ranked = CourseTrials.Of(
            SettingChange.ForLearning(spec, isFalling: false), loss: 1.8, reference: 0.2,
            changes => changes[0].Field switch { "hidden" => 0.475, "dropout" => 0.28, _ => 1.8 });
        Assert.Equal(first, ranked[0].Change.Fault.Id);
    }

    [Fact]
    public void What_closes_far_more_comes_first_wherever_it_lies() =>
        Assert.Equal(["penalty", "rate"], Ranked(("rate", 0.55), ("penalty", 0.2), ("longer", 0.2)));

    [Fact]
    public void An_ordinary_field_is_moved_only_where_putting_back_is_not_enough()
    {
        List<string> tried = [];
        _ = CourseTrials.Of([Penalty, Longer], loss: 1, reference: 0.2, changes =>
        {
            tried.Add(changes[0].Field);
            return 0.2;
        });
        Assert.Equal(["penalty"], tried);
        Assert.Equal(["longer"], Ranked(("rate", 1), ("penalty", 1), ("longer", 0.2)));
    }

    [Fact]
    public void A_change_whose_training_ends_in_no_number_does_not_help() =>
        Assert.Equal(["penalty"], Ranked(("rate", double.PositiveInfinity), ("penalty", 0.2), ("longer", double.PositiveInfinity)));

    // From a loss of 1, beside a reference of 0.2.
    private static string[] Ranked(params (string Id, double Loss)[] losses) =>
    [
        .. CourseTrials.Of(
                [Rate, Penalty, Longer], loss: 1, reference: 0.2, changes => losses.Single(one => one.Id == changes[0].Field).Loss)
            .Select(trial => trial.Change.Fault.Id),
    ];

    private static SettingChange Change(string id, FaultStage stage, bool isReset) =>
        new(new(id, stage, "") { Tried = [new SpecChange("rule", id, JsonValue.Create(1))] }, isReset);
}
