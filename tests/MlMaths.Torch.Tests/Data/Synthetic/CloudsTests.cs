using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Data;

public sealed class CloudsTests
{
    [Fact]
    public void A_ring_is_round_in_two_columns_and_thin_in_the_others()
    {
        Dataset ring = Clouds.Draw(Cloud.Ring, 200, 4, seed: 1);
        for (int row = 0; row < 200; row++)
        {
            ReadOnlySpan<double> x = ring.Row(row);
            Assert.InRange(Math.Sqrt(x[0] * x[0] + x[1] * x[1]), 0.5, 1.5);
            Assert.InRange(x[3], -0.6, 0.6);
        }
    }

    [Fact]
    public void A_sphere_has_radius_1_and_a_box_sides_of_1()
    {
        Dataset sphere = Clouds.Draw(Cloud.Sphere, 50, 3, seed: 2);
        for (int row = 0; row < 50; row++)
            Assert.Equal(1, sphere.Row(row).ToArray().Sum(x => x * x), 1e-12);
        Assert.All(Clouds.Draw(Cloud.Box, 50, 3, seed: 3).Features.ToArray(), x => Assert.InRange(x, 0, 1));
    }

    [Fact]
    public void Heavy_tails_reach_farther_than_normal_ones()
    {
        double heavy = Clouds.Draw(Cloud.HeavyTails, 2000, 2, seed: 4).Features.ToArray().Max(Math.Abs);
        double normal = Clouds.Draw(Cloud.Normal, 2000, 2, seed: 4).Features.ToArray().Max(Math.Abs);
        Assert.True(heavy > 2 * normal);
    }

    [Fact]
    public void Columns_of_a_correlated_cloud_go_together_and_those_of_a_normal_one_do_not()
    {
        Assert.InRange(Correlation(Cloud.CorrelatedNormal), 0.15, 1);
        Assert.InRange(Correlation(Cloud.Normal), 0, 0.1);

        static double Correlation(Cloud cloud)
        {
            Dataset rows = Clouds.Draw(cloud, 2000, 3, seed: 4);
            double[][] z = [.. Enumerable.Range(0, 3).Select(column => rows.Column(column)).Select(x =>
                x.Select(value => (value - x.Average()) / Moments.Of(x).PopulationDeviation).ToArray())];
            return new[] { (0, 1), (0, 2), (1, 2) }.Max(pair => Math.Abs(z[pair.Item1].Zip(z[pair.Item2], (a, b) => a * b).Average()));
        }
    }

    [Theory]
    [InlineData(Cloud.Normal)]
    [InlineData(Cloud.CorrelatedNormal)]
    public void Same_seed_same_rows_another_seed_others(Cloud cloud)
    {
        string one = Clouds.Draw(cloud, 20, 3, seed: 5).Sha256;
        Assert.Equal(one, Clouds.Draw(cloud, 20, 3, seed: 5).Sha256);
        Assert.NotEqual(one, Clouds.Draw(cloud, 20, 3, seed: 6).Sha256);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Centres_keep_their_distance_and_have_a_neighbour(int columns)
    {
        IReadOnlyList<double[]> centres = SeparatedCentres.Draw(6, columns, 4, seed: 7);

        for (int i = 0; i < 6; i++)
        {
            double nearest = Enumerable.Range(0, 6).Where(j => j != i)
                .Min(j => Math.Sqrt(centres[i].Zip(centres[j], (x, y) => (x - y) * (x - y)).Sum()));
            Assert.InRange(nearest, 4, 6.0001);
        }
    }
}
