using MlMaths.Torch.Exercises.Calculus;
using MlMaths.Torch.Exercises.Mutants;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>All corrupted gradients and a thousand right ones, at other points than the report's.</summary>
public sealed class TutorConfusionTests
{
    [Fact]
    public void The_mistake_is_named_first_and_no_right_gradient_is_rejected()
    {
        var found = TutorFindings.Of(quick: false, seed: 77);
        foreach ((string name, IReadOnlyList<long> counts) in TutorFindings.Classes.Zip(found.Confusion))
            TestContext.Current.TestOutputHelper?.WriteLine($"{name,-14}{string.Concat(counts.Select(count => $"{count,4}"))}");

        if (Environment.GetEnvironmentVariable("TUTOR_OUT") is { } dump)
        {
            bool closed = Environment.GetEnvironmentVariable("TUTOR_CLOSED") is not null;
            File.WriteAllLines(dump, found.Trials.Concat(found.Pairs).Where(t => t.IsClosed == closed).Select(t => $"{(t.IsFirst ? "ok" : t.IsAmongTwo ? "2nd" : "MISS")}|{t.Mutant.Derivation}|{t.Mutant.Name}|{string.Join(" & ", t.Mutant.Truth.Select(x => string.Join("/", x)))}|" + string.Join(" || ", t.Sheet.Verdicts.Select(v => $"{v.Parameter}: {v.Summary} {string.Join(" <> ", v.Likely.Select(l => l.Id + ": " + l.Says + " @ " + l.Where))}"))));
            File.AppendAllLines(dump, found.RejectedAnswers.Select(r => $"REJ {r.Derivation} {r.Way}").Concat(found.Unknown.Where(u => !u.IsAdmittedUnknown).Select(u => $"UNK {u.Mutant.Derivation} {u.Mutant.Name} {u.Sheet.Verdicts.SelectMany(v => v.Likely).First()}")));
            File.AppendAllText(dump, $"right {found.Right} closed {found.FirstClosed} first {found.First} two {found.FirstTwo} rejected {found.Rejected} open {found.FirstOpen} pairs {found.FirstOfPairs} unknown {found.UnknownAdmitted}\n");
        }
        Assert.True(found.FirstOpen.Value >= 0.95 && found.FirstClosed.Value >= 0.85 && found.FirstOfPairs.Value >= 0.8,
            $"{found.FirstOpen.Value:P1} open, {found.FirstClosed.Value:P1} closed, {found.FirstOfPairs.Value:P1} of pairs");
        Assert.True(found.Trials.Count >= 300 && found.Right >= 500, $"{found.Trials.Count} spoilt and {found.Right} right gradients");
        Assert.Equal(0, found.Rejected);
        Assert.True(found.UnknownAdmitted.Value > 0.8);
    }

    [Fact]
    public void There_are_at_least_three_hundred_corrupted_gradients_and_no_two_of_one_name()
    {
        Assert.True(MutantCatalogue.Known.Count >= 300);
        Assert.Equal(MutantCatalogue.Known.Count,
            MutantCatalogue.Known.Select(mutant => (mutant.Derivation, mutant.Name)).Distinct().Count());
    }
}
