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
