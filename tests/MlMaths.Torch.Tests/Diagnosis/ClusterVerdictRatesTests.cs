using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Diagnosis;

public sealed class ClusterVerdictRatesTests : IDisposable
{
    private readonly int _threads = torch.get_num_threads();

    public ClusterVerdictRatesTests() => torch.set_num_threads(1);

    public void Dispose() => torch.set_num_threads(_threads);

    [Theory]
    [InlineData("clouds", 6)]
    [InlineData("planted", 5)]
    [InlineData("batches", 6)]
    public void Every_case_keeps_what_is_promised(string table, int cases)
    {
        IReadOnlyList<ClusterVerdictRate> rates = ClusterVerdictRates.Of(table);

        Assert.Equal(cases, rates.Count);
        Assert.All(rates, rate => Assert.True(
            rate.Share.Value >= ClusterVerdictRates.Promised(table), $"{rate.Case}: {rate.Right} of {rate.Total}"));
        Assert.All(rates, rate => Assert.True(rate.Total >= 50, $"{rate.Case}: only {rate.Total} tables"));
    }

    [Fact]
    public void The_file_is_what_the_rates_would_write()
    {
        string file = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "Diagnosis", "cluster-verdict-rates.csv");
        Assert.Equal(ClusterVerdictRates.Lines(ClusterVerdictRates.Measured), File.ReadAllLines(file));
    }

    [Fact]
    public void Rates_come_back_from_their_lines_with_an_exact_interval()
    {
        var rate = new ClusterVerdictRate("clouds", "Box", "n = 300; d = 2; 50 seeds", "no clusters", 49, 50);
        IReadOnlyList<string> lines = ClusterVerdictRates.Lines([rate]);

        Assert.Equal("clouds,Box,n = 300; d = 2; 50 seeds,no clusters,49,50,0.8935,0.9995", lines[1]);
        Assert.Equal([rate], ClusterVerdictRates.Parse(lines));
        Assert.Equal(0.02, rate.WrongShare.Value!.Value, 1e-12);
    }

    [Fact]
    public void Rings_measured_anew_agree_with_the_file() => Agree(
        "clouds", nameof(Cloud.Ring), verdict => verdict.Finding != ClusterFinding.Clusters,
        seed => (Clouds.Draw(Cloud.Ring, 300, 2, seed).X(), null));

    [Fact]
    public void Planted_clusters_measured_anew_agree_with_the_file() => Agree(
        "planted", "4 clusters", verdict => verdict.K == 4,
        seed => (Blobs.Draw(SeparatedCentres.Draw(4, 2, 4, seed), 300, 1, seed).X(), null));

    [Fact]
    public void Batches_measured_anew_agree_with_the_file() => Agree(
        "batches", "one cloud in 2 batches 4 to 6 deviations apart", verdict => verdict.Finding == ClusterFinding.BatchArtefact,
        seed =>
        {
            Dataset batched = Blobs.Draw(SeparatedCentres.Draw(2, 2, 4, seed), 300, 1, seed);
            return (batched.X(), batched.Labels);
        });

    // So many right or fewer must not be a surprise (one in a hundred), were the rate the lowest that the file allows.
    private static void Agree(
        string table, string name, Predicate<ClusterVerdict> isRight,
        Func<int, (Tensor X, IReadOnlyList<string>? Batches)> draw)
    {
        const int Tables = 3;
        double low = Assert.Single(ClusterVerdictRates.Of(table), rate => rate.Case == name).Share.Low!.Value;
        int right = 0;
        for (int seed = 1; seed <= Tables; seed++)
        {
            (Tensor X, IReadOnlyList<string>? batches) = draw(seed);
            using (X)
            {
                if (isRight(ClusterVerdict.From(ClusterEvidence.Gather(X, seed, batches)))) right++;
            }
        }
        double chance = Enumerable.Range(0, right + 1).Sum(x => Binomial.Mass(x, Tables, low));
        Assert.True(chance > 0.01, $"{right} of {Tables} right, where the file says {low:P1} at least");
    }
}
