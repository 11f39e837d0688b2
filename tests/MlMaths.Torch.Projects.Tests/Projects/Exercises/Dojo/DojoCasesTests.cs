using System.Collections.Concurrent;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Exercises.Dojo;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Each case shows what it claims: broken and mended twin are trained, and what is said to count does.</summary>
public sealed class DojoCasesTests
{
    private const double ClearlyTooLittle = 0.5;

    private static readonly ConcurrentDictionary<string, RepairGain> Gains = [];

    public static TheoryData<string> Numbers => [.. DojoCatalogue.All.Select(one => one.Typed)];

    [Fact]
    public void There_are_enough_and_some_have_two_faults_or_none()
    {
        Assert.InRange(DojoCatalogue.All.Count, 18, 29);
        Assert.InRange(DojoCatalogue.All.Count(one => one.IsSound), 2, 4);
        Assert.True(DojoCatalogue.All.Count(one => one.Faults.Count > 1) >= 3);
        Assert.True(DojoCatalogue.All.Count(one => one.Source.StartsWith("Stack Overflow ", StringComparison.Ordinal)) >= 12);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_twin_is_better_by_enough_where_something_is_wrong_and_not_where_nothing_is(string number)
    {
        DojoCase one = Case(number);
        RepairGain gain = Gain(one);
        Assert.NotEqual(one.IsSound, gain.IsHarmful);
        Assert.All(one.Also, also => Assert.True(gain.Counts(Trained(one, also)), $"{also} does not count."));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_wrong_answer_is_wrong_when_it_is_run(string number)
    {
        DojoCase one = Case(number);
        RepairGain gain = Gain(one);
        DojoChoice[] wrong = [.. one.Choices.Where(choice => !choice.IsRight && !choice.IsNothing)];
        Assert.Equal(one.IsSound ? 4 : 3, wrong.Length);
        Assert.All(wrong, choice =>
        {
            SpecTrial trial = Trained(one, choice.Try);
            if (one.IsSound) Assert.False(gain.IsWorthIt(trial), choice.Try);
            else Assert.True(gain.ShareOf(trial) < ClearlyTooLittle, choice.Try);
        });
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_case_has_all_that_is_told_of_it(string number)
    {
        DojoCase one = Case(number);
        Assert.Equal(5, one.Choices.Count);
        Assert.Single(one.Choices, choice => choice.IsRight);
        Assert.True(one.Choices[^1].IsNothing);
        Assert.Equal(one.Choices.Count, one.Choices.Select(choice => choice.Says).Distinct().Count());
        Assert.Equal(one.Choices.Count, one.Choices.Select(choice => choice.Id).Distinct().Count());
        Assert.Equal(3, one.Hints.Count);
        Assert.EndsWith("?", one.Hints[0], StringComparison.Ordinal);
        Assert.All(one.Choices.Where(choice => !choice.IsRight && !choice.IsNothing), choice => Assert.NotEmpty(choice.Because));
        Assert.All([.. one.Hints, one.Story, one.Title, one.Source], Assert.NotEmpty);
        Assert.DoesNotContain(one.Shown, change => DojoCase.IsUnseen(change.Path));
        AllowedChanges.Of(one, [.. one.Twin.Where(_ => !one.IsSound)]);
    }

    [Fact]
    public void The_right_answer_stands_at_every_place()
    {
        string letters = string.Concat(
            DojoCatalogue.All.Where(one => !one.IsSound).Select(one => one.LetterOf(one.Right)).Distinct().Order());
        Assert.Equal("abcd", letters);
    }

    private static DojoCase Case(string number) => DojoCatalogue.All.Single(one => one.Typed == number);

    // Two tests look at the same pair.
    private static RepairGain Gain(DojoCase one) => Gains.GetOrAdd(
        one.Key, _ => new(Trained(one, one.Spec), Trained(one, one.Spec.With(one.Twin))));

    private static SpecTrial Trained(DojoCase one, string change) => Trained(one, one.Spec.With(TypedChanges.Read(change)));

    private static SpecTrial Trained(DojoCase one, TrainingSpec spec) =>
        SpecTrial.Train(spec, one.Seed, _ => { }, CancellationToken.None);
}
