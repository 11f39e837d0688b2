using MlMaths.Torch.PcaClustering;

namespace MlMaths.Torch.Tests.Projects;

public sealed class DistanceLawTests
{
    [Fact]
    public void In_one_and_two_dimensions_it_is_that_of_half_a_normal_law_and_of_Rayleigh()
    {
        Assert.Equal(Math.Sqrt(Math.PI / 2 - 1), DistanceLaw.Variation(1), 1e-12);
        Assert.Equal(Math.Sqrt(4 / Math.PI - 1), DistanceLaw.Variation(2), 1e-12);
    }

    [Fact]
    public void In_many_dimensions_it_is_one_over_the_root_of_twice_as_many() =>
        Assert.Equal(1, Math.Sqrt(2 * 1000) * DistanceLaw.Variation(1000), 1e-3);
}
