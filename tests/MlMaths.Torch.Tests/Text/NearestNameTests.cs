namespace MlMaths.Torch.Tests.Text;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("seed", "seed", 0)]
    [InlineData("sed", "seed", 1)]
    [InlineData("sede", "seed", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_insertions_deletions_replacements_and_swaps(string a, string b, int edits)
    {
        Assert.Equal(edits, NearestName.Distance(a, b));
        Assert.Equal(edits, NearestName.Distance(b, a));
    }

    [Theory]
    [InlineData("diagnossis", "diagnosis")]
    [InlineData("DIAGNOSIS", "diagnosis")]
    [InlineData("daignosis", "diagnosis")]
    [InlineData("mean_raduis", "mean_radius")]
    [InlineData("outcome", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_when_it_is_near_enough(string typed, string? suggestion) =>
        Assert.Equal(suggestion, NearestName.Of(typed, ["mean_area", "mean_radius", "diagnosis", "y"]));

    [Fact]
    public void The_first_of_equally_near_names_is_suggested() => Assert.Equal("cat", NearestName.Of("bat", ["cat", "hat"]));
}
