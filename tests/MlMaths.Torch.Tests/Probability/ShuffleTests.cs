using FsCheck;
using FsCheck.Xunit;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class ShuffleTests
{
    [Property]
    public bool A_shuffle_keeps_every_value_and_a_seed_repeats_it(int seed, byte number, NonNegativeInt size)
    {
        int count = size.Get % 200;
        int[] order = Shuffle.Order(count, seed, DrawnFor.Order, number);
        return order.Order().SequenceEqual(Enumerable.Range(0, count))
            && order.SequenceEqual(Shuffle.Order(count, seed, DrawnFor.Order, number));
    }

    [Fact]
    public void The_draws_of_a_seed_stay_what_they_were()
    {
        Assert.Equal("7 9 1 3 2 4 5 8 0 6", string.Join(' ', Shuffle.Order(10, seed: 1, DrawnFor.Order)));
        SplitMix64 chance = new(1);
        int[] values = [.. Enumerable.Range(0, 10)];
        Shuffle.InPlace<int>(values, ref chance);
        Assert.Equal("9 0 1 4 8 2 3 7 6 5", string.Join(' ', values));
    }

    [Fact]
    public void Each_of_the_six_orders_of_three_comes_as_often_as_any_other()
    {
        const int Times = 6000;
        SplitMix64 chance = new(7);
        Dictionary<string, int> seen = [];
        for (int time = 0; time < Times; time++)
        {
            int[] values = [0, 1, 2];
            Shuffle.InPlace<int>(values, ref chance);
            string order = string.Concat(values);
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, seen.Count);
        Assert.True(seen.Values.Sum(n => Math.Pow(n - Times / 6.0, 2) / (Times / 6.0)) < 15.1); // χ² of 5, the 99 % point
    }
}
