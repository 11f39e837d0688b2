using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Calculus;
using MlMaths.Torch.Exercises.Mutants;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Corrupted gradients and right ones by every way, as many as a quick report grades, at other points than the report's; the
/// table <c>tutor</c> grades them all.
/// </summary>
public sealed class TutorConfusionTests
{
    [Fact]
    public void The_mistake_is_named_first_and_no_right_gradient_is_rejected()
    {
        var found = TutorFindings.Of(quick: true, seed: 77);
        foreach ((string name, IReadOnlyList<long> counts) in found.Confusion.Classes.Zip(found.Confusion.Counts))
            TestContext.Current.TestOutputHelper?.WriteLine($"{name,-14}{string.Concat(counts.Select(count => $"{count,4}"))}");

        foreach (TutorTrial missed in found.Trials.Concat(found.Pairs).Where(trial => !trial.IsFirst && !trial.IsClosed))
            TestContext.Current.TestOutputHelper?.WriteLine($"{missed.Mutant.Derivation}: {missed.Mutant.Name}");
        foreach (RightAnswer rejected in found.RejectedAnswers)
            TestContext.Current.TestOutputHelper?.WriteLine($"rejected: {rejected.Derivation}, {rejected.Way}");

        Assert.True(found.FirstOpen.Value >= 0.9 && found.FirstClosed.Value >= 0.85 && found.FirstOfPairs.Value >= 0.75,
            $"{found.FirstOpen.Value:P1} open, {found.FirstClosed.Value:P1} closed, {found.FirstOfPairs.Value:P1} of pairs");
        Assert.True(found.Trials.Count >= 40 && found.Right >= 140, $"{found.Trials.Count} spoilt and {found.Right} right gradients");
        Assert.Equal(0, found.Rejected);
        Assert.True(found.UnknownAdmitted.Value > 0.95);

        // The figure and the sentences are one count.
        Assert.Equal(found.Trials.Count + found.Unknown.Count, found.Confusion.Total);
        Assert.Equal(
            found.Trials.Count(trial => !trial.IsFirst) + found.Unknown.Count(trial => !trial.IsAdmittedUnknown),
            found.Confusion.Confused);
        Assert.Equal(found.Unknown.Count(trial => trial.IsAdmittedUnknown), found.Confusion.Counts[^1][^1]);
    }

    [Fact]
    public void There_are_at_least_three_hundred_corrupted_gradients_and_no_two_of_one_name()
    {
        Assert.True(MutantCatalogue.Known.Count >= 300);
        Assert.Equal(MutantCatalogue.Known.Count,
            MutantCatalogue.Known.Select(mutant => (mutant.Derivation, mutant.Name)).Distinct().Count());
    }
}
