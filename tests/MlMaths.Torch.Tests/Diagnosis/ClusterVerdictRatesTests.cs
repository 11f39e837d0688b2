using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Diagnosis;

public sealed class ClusterVerdictRatesTests
{
    [Theory]
    [InlineData("none", 20)]
    [InlineData("none-untouched", 4)]
    [InlineData("groups", 13)]
    [InlineData("groups-untouched", 4)]
    [InlineData("batches", 6)]
    [InlineData("later", 6)]
    [InlineData("wide", 9)]
    public void Every_kind_was_measured(string table, int cases) => Assert.Equal(cases, ClusterVerdictRates.Of(table).Count);

    [Theory]
    [InlineData("none")]
    [InlineData("groups")]
    [InlineData("batches")]
    public void Pooled_over_its_kinds_a_table_keeps_what_is_promised(string table)
    {
        ClusterVerdictRate[] rates =
            [.. ClusterVerdictRates.Measured.Where(rate => rate.Table.StartsWith(table, StringComparison.Ordinal))];

        Assert.True(rates.Sum(rate => rate.Right) >= ClusterVerdictRates.Promised(table) * rates.Sum(rate => rate.Total));
    }

    [Fact]
    public void No_tuned_kind_without_groups_has_them_in_more_than_a_tenth() => Assert.All(
        ClusterVerdictRates.Of("none"),
        rate => Assert.True(rate.Share.Value >= 0.9, $"{rate.Case}: {rate.Right} of {rate.Total}"));

    [Fact]
    public void The_kinds_are_those_that_are_drawn() => Assert.Equal(
        ClusterKind.WithoutGroups.Concat(ClusterKind.WithGroups).Concat(ClusterKind.Later).Concat(ClusterKind.Wide)
            .Select(kind => kind.Name.Replace(',', ';')).Order(StringComparer.Ordinal),
        ClusterVerdictRates.Measured.Where(rate => rate.Table != "batches").Select(rate => rate.Case).Order(StringComparer.Ordinal));

    [Fact]
    public void The_file_is_what_the_rates_would_write()
    {
        string file = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "Diagnosis", "cluster-verdict-rates.csv");
        Assert.Equal(ClusterVerdictRates.Lines(ClusterVerdictRates.Measured), File.ReadAllLines(file));
    }

    [Fact]
    public void Rates_come_back_from_their_lines_with_an_exact_interval()
    {
        var rate = new ClusterVerdictRate("none", "box", "n = 300; d = 2; 50 seeds", "no clusters", 49, 50);
        IReadOnlyList<string> lines = ClusterVerdictRates.Lines([rate]);

        Assert.Equal("none,box,n = 300; d = 2; 50 seeds,no clusters,49,50,0.8935,0.9995", lines[1]);
        Assert.Equal([rate], ClusterVerdictRates.Parse(lines));
        Assert.Equal(0.02, rate.WrongShare.Value!.Value, 1e-12);
    }

    [Fact]
    public void Rings_measured_anew_agree_with_the_file() => Agree(
        "none", "ring; 3 columns", verdict => verdict.Finding != ClusterFinding.Clusters,
        seed => Drawn(ClusterKind.WithoutGroups, "ring, 3 columns", seed));

    [Fact]
    public void Planted_groups_measured_anew_agree_with_the_file() => Agree(
        "groups", "3 groups of unequal spread", verdict => verdict.K == 3,
        seed => Drawn(ClusterKind.WithGroups, "3 groups of unequal spread", seed));

    [Fact]
    public void Batches_measured_anew_agree_with_the_file() => Agree(
        "batches", "one cloud in 2 batches 5 to 7.5 deviations apart", verdict => verdict.Finding == ClusterFinding.BatchArtefact,
        seed =>
        {
            Dataset batched = Blobs.Draw(SeparatedCentres.Draw(2, 2, 5, seed), 300, 1, seed);
            return (batched.X(), batched.Labels);
        });

    private static (Tensor, IReadOnlyList<string>?) Drawn(IReadOnlyList<ClusterKind> kinds, string name, int seed)
    {
        double[][] rows = kinds.Single(kind => kind.Name == name).World(seed).Rows;
        return (torch.tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]), null);
    }

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
                if (isRight(ClusterVerdict.From(ClusterEvidence.Gather(X, seed, batches, maxK: 5, references: 2)))) right++;
            }
        }
        double chance = Enumerable.Range(0, right + 1).Sum(x => Binomial.Mass(x, Tables, low));
        Assert.True(chance > 0.01, $"{right} of {Tables} right, where the file says {low:P1} at least");
    }
}
