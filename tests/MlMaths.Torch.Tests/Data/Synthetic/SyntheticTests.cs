using MlMaths.Torch.Data;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Data;

public sealed class SyntheticTests
{
    [Fact]
    public void Moons_without_noise_lie_on_their_half_circles()
    {
        Dataset moons = TwoMoons.Draw(7, noise: 0, seed: 1);
        Assert.Equal(["upper", "upper", "upper", "lower", "lower", "lower", "lower"], moons.Labels);
        double[][] rows = [.. Enumerable.Range(0, 7).Select(row => moons.Row(row).ToArray())];
        double half = Math.Sqrt(0.75);
        double[][] expected = [[1, 0], [0, 1], [-1, 0], [0, 0.5], [0.5, 0.5 - half], [1.5, 0.5 - half], [2, 0.5]];
        for (int row = 0; row < 7; row++)
        {
            Assert.Equal(expected[row][0], rows[row][0], 1e-15);
            Assert.Equal(expected[row][1], rows[row][1], 1e-15);
        }
    }

    [Fact]
    public void Noise_has_the_deviation_that_was_asked_for()
    {
        double[] clean = TwoMoons.Draw(20_000, 0, 1).Features.ToArray(), noisy = TwoMoons.Draw(20_000, 0.3, 1).Features.ToArray();
        double[] noise = [.. clean.Zip(noisy, (c, n) => n - c)];
        // Standard errors with 40,000 draws: mean 0.3/200 = 0.0015, deviation 0.3/√80,000 = 0.0011; five of them are allowed.
        Assert.Equal(0, noise.Average(), 0.0075);
        Assert.Equal(0.3, Math.Sqrt(noise.Average(each => each * each)), 0.0055);
    }

    [Fact]
    public void The_same_seed_draws_the_same_rows()
    {
        Assert.Equal(TwoMoons.Draw(50, 0.1, 3).Sha256, TwoMoons.Draw(50, 0.1, 3).Sha256);
        Assert.NotEqual(TwoMoons.Draw(50, 0.1, 3).Sha256, TwoMoons.Draw(50, 0.1, 4).Sha256);
        Assert.Equal("two moons, 50 rows, noise 0.1, seed 3", TwoMoons.Draw(50, 0.1, 3).Provenance.Source);
    }

    [Fact]
    public void Blobs_stand_around_their_centres()
    {
        Dataset blobs = Blobs.Draw([[0, 0], [10, -5], [3, 3]], rows: 8, spread: 0, seed: 1);
        Assert.Equal(["blob_1", "blob_2", "blob_3", "blob_1", "blob_2", "blob_3", "blob_1", "blob_2"], blobs.Labels);
        Assert.Equal([10, -5], blobs.Row(4).ToArray());
    }

    [Fact]
    public void A_blob_is_as_wide_as_asked_in_every_direction()
    {
        Dataset blob = Blobs.Draw([[5, -5]], rows: 20_000, spread: 2, seed: 1);
        Assert.All([(0, 5.0), (1, -5.0)], centre =>
        {
            double[] x = blob.Column(centre.Item1);
            // Standard errors: mean 2/√20,000 = 0.014, deviation 2/√40,000 = 0.01; five of them are allowed.
            Assert.Equal(centre.Item2, x.Average(), 0.07);
            Assert.Equal(2, Math.Sqrt(x.Average(each => Math.Pow(each - centre.Item2, 2))), 0.05);
        });
    }
}
