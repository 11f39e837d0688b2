using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class ComponentThresholdsTests
{
    [Fact]
    public void A_stick_broken_in_three_has_pieces_of_eleven_five_and_two_eighteenths() =>
        Assert.Equal(
            [11 / 18.0, 5 / 18.0, 2 / 18.0], ComponentThresholds.Stick(3).Select(piece => Math.Round(piece, 15)),
            (a, b) => Math.Abs(a - b) < 1e-14);

    [Fact]
    public void The_pieces_are_those_of_sticks_that_are_broken_again_and_again()
    {
        Random random = new(4);
        double[] mean = new double[5];
        for (int trial = 0; trial < 20_000; trial++)
        {
            double[] cuts = [0, .. Enumerable.Range(0, 4).Select(_ => random.NextDouble()).Order(), 1];
            double[] pieces = [.. cuts.Zip(cuts.Skip(1), (low, high) => high - low).OrderDescending()];
            for (int k = 0; k < 5; k++) mean[k] += pieces[k] / 20_000;
        }
        Assert.All(mean.Zip(ComponentThresholds.Stick(5)), pair => Assert.Equal(pair.Second, pair.First, 0.005));
    }

    [Fact]
    public void Two_planted_directions_in_noise_are_kept_and_no_more()
    {
        using Tensor X = Planted(directions: 2, seed: 6);
        var thresholds = ComponentThresholds.Of(X, seed: 1, permutations: 100);

        Assert.Equal(2, thresholds.KeptByPermutation);
        Assert.Equal(2, thresholds.Recommended);
        Assert.Equal((8, 8), (thresholds.Permutation.Count, thresholds.BrokenStick.Count));
        Assert.Null(thresholds.Note);
    }

    [Fact]
    public void In_noise_the_first_component_is_kept_in_about_one_of_twenty_tables()
    {
        int kept = Enumerable.Range(0, 60).Count(seed =>
        {
            using Tensor X = Planted(directions: 0, seed);
            return ComponentThresholds.Of(X, seed: 1, permutations: 100).KeptByPermutation > 0;
        });
        Assert.InRange(kept, 0, 8); // binomial(60, 0.05): above 8 in one of 300 series
    }

    [Fact]
    public void Of_unscaled_columns_the_widest_is_no_finding()
    {
        using Tensor X = Planted(directions: 0, seed: 3);
        X.select(1, 2).mul_(100);
        var thresholds = ComponentThresholds.Of(X, seed: 1, permutations: 100);

        Assert.Equal(0, thresholds.KeptByPermutation);
        Assert.Equal(1, thresholds.KeptByBrokenStick); // which looks at no data
    }

    [Fact]
    public void The_seed_decides_and_no_tensor_stays()
    {
        using Tensor X = Planted(directions: 1, seed: 9);
        long before = LiveTensors.Count;
        ComponentThresholds first = ComponentThresholds.Of(X, seed: 5, permutations: 30),
            again = ComponentThresholds.Of(X, seed: 5, permutations: 30);

        Assert.Equal(first.Permutation, again.Permutation);
        Assert.NotEqual(first.Permutation, ComponentThresholds.Of(X, seed: 6, permutations: 30).Permutation);
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void A_long_table_is_sampled_and_says_so()
    {
        using Tensor X = torch.randn(300_000, 2, torch.ScalarType.Float64, generator: new torch.Generator(2));
        Assert.Equal("the shuffles took a sample of 250,000 of the 300,000 rows",
            ComponentThresholds.Of(X, seed: 1, permutations: 20).Note);
    }

    private static Tensor Planted(int directions, int seed)
    {
        double[] rows = PrincipalComponentsTests.Drawn(100 * 8, seed);
        for (int i = 0; i < 100 && directions > 0; i++)
        {
            for (int j = 1; j < 3; j++) rows[i * 8 + j] += 2 * rows[i * 8];
            for (int j = 4; j < 6 && directions > 1; j++) rows[i * 8 + j] += 2 * rows[i * 8 + 3];
        }
        return torch.tensor(rows, 100, 8);
    }
}
