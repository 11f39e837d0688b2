using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Mutants;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Slips that other people reported, as they were written into the derivations.</summary>
public sealed class ReportedMutantTests
{
    [Fact]
    public void Every_one_is_wrong_has_a_name_and_says_where_it_was_reported()
    {
        Assert.True(ReportedMutant.All.Count >= 35);
        Assert.True(ReportedMutant.All.Select(one => one.Mutant.Derivation).Distinct().Count() >= 10);
        Assert.All(ReportedMutant.All, one => Assert.Matches(@"^https://github\.com/[\w.-]+/[\w.-]+/issues/\d+$", one.Address));
        foreach (IGrouping<string, ReportedMutant> group in ReportedMutant.All.GroupBy(one => one.Mutant.Derivation))
        {
            var examination = Examination.Of(group.Key, seed: 3, tried: 0);
            Assert.All(group, one => Assert.False(examination.Grade(one.Mutant).IsRight, one.Mutant.Name));
            Assert.All(group, one => Assert.NotEmpty(one.Mutant.Truth));
        }
    }
}
