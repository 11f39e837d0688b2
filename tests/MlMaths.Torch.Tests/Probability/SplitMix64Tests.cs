using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class SplitMix64Tests
{
    [Fact]
    public void The_stream_of_random_numbers_is_the_published_one()
    {
        var random = new SplitMix64(0); // first outputs of the reference implementation, S. Vigna's splitmix64.c
        Assert.Equal(0xE220A8397B1DCDAFUL, random.Next());
        Assert.Equal(0x6E789E6AA1B965F4UL, random.Next());
        Assert.Equal(0x06C45D188009454FUL, random.Next());
    }

    [Fact]
    public void Draws_below_six_are_those_of_a_fair_die()
    {
        var random = new SplitMix64(42);
        int[] faces = new int[6];
        for (int roll = 0; roll < 60_000; roll++) faces[random.Below(6)]++;
        double distance = faces.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000.0);
        Assert.InRange(distance, 0.2, 20); // χ² with 5 degrees of freedom: outside in 2 of 1,000 streams
    }
}
