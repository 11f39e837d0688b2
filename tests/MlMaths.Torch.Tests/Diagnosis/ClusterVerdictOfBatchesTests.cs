using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Simulations;
using static MlMaths.Torch.Tests.Diagnosis.MadeClusterEvidence;

namespace MlMaths.Torch.Tests.Diagnosis;

/// <summary>What becomes of the verdict where rows come in batches.</summary>
public sealed class ClusterVerdictOfBatchesTests
{
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    public void Clusters_that_are_the_batches_and_vanish_without_them_are_an_artefact(int batches, int columns)
    {
        Dataset moved = Blobs.Draw(SeparatedCentres.Draw(batches, columns, 5, seed: 3), 240, 1, seed: 4);
        using Tensor X = moved.X();

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1, moved.Labels));

        Assert.Equal(ClusterFinding.BatchArtefact, verdict.Finding);
        Assert.Null(verdict.K);
        Assert.True(verdict.Confidence > 0.8);
    }

    [Fact]
    public void Clusters_that_have_nothing_to_do_with_the_batch_stay_clusters()
    {
        using Tensor X = Blobs.Draw([[0, 0], [8, 0], [0, 8]], 240, 1, seed: 5).X();
        // Blobs take turns by threes, these batches by twos.
        string[] batches = [.. Enumerable.Range(0, 240).Select(row => row % 2 == 0 ? "monday" : "tuesday")];

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1, batches));

        Assert.Equal((ClusterFinding.Clusters, 3), (verdict.Finding, verdict.K));
    }

    [Fact]
    public void A_batch_that_the_clusters_outlive_is_no_artefact()
    {
        ClusterEvidence same = Evidence(2) with { BatchAgreement = 0.9 };

        Assert.Equal(ClusterFinding.Clusters, ClusterVerdict.From(same with { BatchesCentred = same }).Finding);
    }

    [Fact]
    public void Groups_that_tell_the_batch_are_counted_once_the_batches_are_centred()
    {
        ClusterEvidence cut = Evidence(6) with { BatchAgreement = 0.99 };

        ClusterVerdict verdict = ClusterVerdict.From(cut with { BatchesCentred = Evidence(3) });

        Assert.Equal((ClusterFinding.Clusters, 3, true), (verdict.Finding, verdict.K, verdict.IsWithinBatches));
        Assert.Contains("once each batch is centred", verdict.Sentence);
    }

    [Fact]
    public void Groups_of_mixed_batches_are_counted_as_measured()
    {
        ClusterVerdict verdict = ClusterVerdict.From(Evidence(2) with { BatchAgreement = 0.1, BatchesCentred = Evidence(4) });

        Assert.Equal((2, false), (verdict.K, verdict.IsWithinBatches));
    }

    [Fact]
    public void Three_clusters_of_which_one_half_was_moved_are_three_and_not_six()
    {
        using Tensor X = Blobs.Draw([[0, 0], [8, 0], [0, 8]], 240, 1, seed: 5).X();
        var offset = PlantedOffset.For(X, 3, seed: 1);
        using Tensor moved = offset.AddTo(X);

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(moved, seed: 1, offset.Batches));

        Assert.Equal((ClusterFinding.Clusters, 3, true), (verdict.Finding, verdict.K, verdict.IsWithinBatches));
    }

    [Fact]
    public void Batches_that_mean_nothing_make_no_artefact_of_one_cloud()
    {
        using Tensor X = Clouds.Draw(Cloud.Normal, 200, 3, seed: 1).X();
        string[] batches = [.. Enumerable.Range(0, 200).Select(row => row % 2 == 0 ? "monday" : "tuesday")];

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1, batches));

        Assert.Equal(ClusterFinding.None, verdict.Finding);
    }
}
