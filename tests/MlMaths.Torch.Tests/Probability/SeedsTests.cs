using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Probability;

public sealed class SeedsTests
{
    // The first numbers of new Random(1), new Random(2), … lie 0.0448 or 0.5224 apart, always; of 5,000 pairs of neighbours
    // a few dozen cells of a hundred would hold all.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void First_numbers_of_seeds_streams_and_numbers_in_a_row_have_nothing_in_common(int what)
    {
        const int Pairs = 5000, Side = 10;
        double[] first = [.. Enumerable.Range(0, Pairs + 1).Select(i => (what switch
        {
            0 => Seeds.Generator(i, DrawnFor.Worlds),
            1 => Seeds.Generator(7, DrawnFor.Worlds, i),
            _ => Seeds.Generator(7 + i / 2, i % 2 == 0 ? DrawnFor.Split : DrawnFor.Folds),
        }).NextDouble())];
        int[] cells = new int[Side * Side];
        for (int i = 0; i < Pairs; i++)
            cells[(int)(Side * first[i]) * Side + (int)(Side * first[i + 1])]++;
        double even = Pairs / (double)cells.Length, distance = cells.Sum(count => (count - even) * (count - even) / even);
        Assert.InRange(ChiSquared.UpperTail(distance, cells.Length - 1), 1e-3, 1 - 1e-3);
    }

    [Fact]
    public void A_seed_and_a_number_are_not_their_sum()
    {
        Assert.NotEqual(Seeds.Of(7, DrawnFor.Model, 1), Seeds.Of(8, DrawnFor.Model, 0));
        Assert.NotEqual(Seeds.Of(7, DrawnFor.Model), Seeds.Of(7, DrawnFor.Split));
        Assert.Equal(Seeds.Of(7, DrawnFor.Model, 1), Seeds.Of(7, DrawnFor.Model, 1));
        // Of 2,500 numbers among 2³¹ two are alike with a chance of 1 in 700.
        Assert.Equal(2500, Enumerable.Range(0, 50).SelectMany(
            seed => Enumerable.Range(0, 50).Select(number => Seeds.Of(seed, DrawnFor.Folds, number))).Distinct().Count());
    }

    [Fact]
    public void Whole_numbers_stay_between_their_ends_and_reach_them()
    {
        Random random = Seeds.Generator(1, DrawnFor.Checks);
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 200).Select(_ => random.Next(3)).Distinct().Order());
        Assert.Equal([-2, -1, 0, 1], Enumerable.Range(0, 200).Select(_ => random.Next(-2, 2)).Distinct().Order());
        Assert.Equal((0, 5, 7L), (random.Next(0), random.Next(5, 5), random.NextInt64(7, 8)));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(random.Next(), 0, int.MaxValue - 1));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(random.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1));
        Assert.InRange(Enumerable.Range(0, 10_000).Average(_ => random.NextSingle()), 0.48, 0.52);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(2, 1));

        byte[] bytes = new byte[4096];
        random.NextBytes(bytes);
        Assert.InRange(bytes.Average(one => (double)one), 120, 135);
    }

    [Fact]
    public void A_shuffle_puts_every_place_everywhere()
    {
        int[] seen = new int[16];
        for (int number = 0; number < 4000; number++)
        {
            int[] order = [0, 1, 2, 3];
            Seeds.Generator(3, DrawnFor.Order, number).Shuffle(order);
            for (int place = 0; place < 4; place++) seen[4 * place + order[place]]++;
        }

        Assert.All(seen, count => Assert.InRange(count, 890, 1110)); // 1,000 expected, σ = 27
    }
}
