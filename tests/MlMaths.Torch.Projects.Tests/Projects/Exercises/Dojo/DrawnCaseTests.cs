using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Exercises.Dojo;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Cases that are drawn: broken in effect, and the same again.</summary>
public sealed class DrawnCaseTests : IDisposable
{
    private readonly TestConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(30)]
    public void What_is_drawn_is_what_it_is_said_to_be(int seed)
    {
        DojoTrainings trainings = new(new(new CommandLine([], [], takesWords: true).Checked(), _console), isQuiet: true);
        var one = DrawnCase.Of(seed, $"{seed}", trainings);
        SpecTrial broken = trainings.Train("", one.Spec, one.Seed), twin = trainings.Train("", one.Spec.With(one.Twin), one.Seed);
        Assert.Equal(!one.IsSound, new RepairGain(broken, twin).IsHarmful);
        Assert.Equal(5, one.Choices.Count);
        Assert.Single(one.Choices, choice => choice.IsRight);
        Assert.Equal(3, one.Hints.Count);
        Assert.All(one.Choices.Where(choice => choice.Try.Length > 0), choice => one.Spec.With(TypedChanges.Read(choice.Try)));
        var again = DrawnCase.Of(seed, $"{seed}", trainings);
        Assert.Equal(one.Spec.Whole.ToJsonString(), again.Spec.Whole.ToJsonString());
        Assert.Equal(one.Choices.Select(choice => choice.Id), again.Choices.Select(choice => choice.Id));
    }

    [Fact]
    public void Every_kind_of_fault_has_words_and_three_other_answers()
    {
        Random chance = new(1);
        foreach (DoctorKind kind in FaultyTrainings.All)
        {
            DoctorCase drawn = kind.Draw(chance);
            Assert.NotEmpty(CauseWords.Of(drawn.Meant[0]).Question);
            Assert.True(CauseWords.All.Count(one => one.Remedy is not null && !drawn.Meant.Contains(one.Id)) >= 3);
        }
    }
}
