using System.Text.Json;
using FsCheck.Xunit;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class PartitionAgreementTests
{
    [Fact]
    public void Both_measures_are_what_scikit_learn_says()
    {
        JsonElement golden = GoldenFile.Read("statistics.json"), rand = golden.GetProperty("adjusted_rand");

        PartitionAgreement agreement = PartitionAgreement.Of(rand.GetProperty("a").Doubles(), rand.GetProperty("b").Doubles());

        Assert.Equal(rand.GetProperty("value").GetDouble(), agreement.AdjustedRand, 1e-10);
        Assert.Equal(golden.GetProperty("normalized_mutual_info").GetDouble(), agreement.NormalisedMutualInformation, 1e-10);
    }

    [Fact]
    public void It_counts_pairs_as_the_definition_does()
    {
        int[] a = [0, 0, 0, 1, 1, 2], b = [0, 0, 1, 1, 1, 1];
        (int I, int J)[] pairs = [.. from i in Enumerable.Range(0, 6) from j in Enumerable.Range(i + 1, 5 - i) select (i, j)];
        double together = pairs.Count(pair => a[pair.I] == a[pair.J] && b[pair.I] == b[pair.J]);
        double inA = pairs.Count(pair => a[pair.I] == a[pair.J]), inB = pairs.Count(pair => b[pair.I] == b[pair.J]);
        double expected = inA * inB / pairs.Length;

        Assert.Equal((together - expected) / ((inA + inB) / 2 - expected), PartitionAgreement.Of(a, b).AdjustedRand, 1e-12);
    }

    [Fact]
    public void A_hundred_thousand_rows_do_not_overflow()
    {
        int[] labels = [.. Enumerable.Range(0, 100_000).Select(row => row % 2)];
        int[] one = new int[100_000];

        Assert.Equal(1, PartitionAgreement.Of(labels, labels).AdjustedRand);
        Assert.Equal(0, PartitionAgreement.Of(labels, one).AdjustedRand, 1e-12);
        Assert.Equal(0, PartitionAgreement.Of(labels, one).NormalisedMutualInformation, 1e-12);
    }

    [Fact]
    public void Every_row_alone_twice_and_all_in_one_twice_agree()
    {
        Assert.Equal(new PartitionAgreement(1, 1), PartitionAgreement.Of([0, 1, 2], [5, 6, 7]));
        Assert.Equal(new PartitionAgreement(1, 1), PartitionAgreement.Of([0, 0, 0], ["a", "a", "a"]));
    }

    [Property(MaxTest = 50)]
    public void It_is_symmetric_and_blind_to_names(int seed)
    {
        var chance = new Random(seed);
        int[] a = [.. Enumerable.Range(0, 40).Select(_ => chance.Next(4))], b = [.. Enumerable.Range(0, 40).Select(_ => chance.Next(3))];
        PartitionAgreement one = PartitionAgreement.Of(a, b), other = PartitionAgreement.Of(b, a);

        Assert.Equal(one.AdjustedRand, other.AdjustedRand, 1e-12);
        Assert.Equal(one.NormalisedMutualInformation, other.NormalisedMutualInformation, 1e-12);
        Assert.Equal(1, PartitionAgreement.Of(a, a.Select(label => $"group {7 - label}").ToArray()).AdjustedRand, 1e-12);
        Assert.InRange(one.NormalisedMutualInformation, 0, 1);
    }
}
