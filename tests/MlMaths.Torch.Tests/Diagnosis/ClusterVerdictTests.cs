using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Tests.Diagnosis;

public sealed class ClusterVerdictTests : IDisposable
{
    private readonly int _threads = torch.get_num_threads();

    // Many small problems: waking a second thread for each costs more than it saves.
    public ClusterVerdictTests() => torch.set_num_threads(1);

    public void Dispose() => torch.set_num_threads(_threads);

    [Theory]
    [InlineData(Cloud.Box, 2)]
    [InlineData(Cloud.Normal, 3)]
    [InlineData(Cloud.CorrelatedNormal, 5)]
    [InlineData(Cloud.HeavyTails, 5)]
    [InlineData(Cloud.Ring, 2)]
    [InlineData(Cloud.Ring, 5)]
    [InlineData(Cloud.Sphere, 3)]
    public void One_cloud_is_not_called_clusters(Cloud cloud, int columns)
    {
        using Tensor X = Clouds.Draw(cloud, 300, columns, seed: 1).X();

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1));

        Assert.Contains(verdict.Finding, new[] { ClusterFinding.None, ClusterFinding.WeakStructure });
        Assert.Null(verdict.K);
    }

    [Theory]
    [InlineData(2, 10)]
    [InlineData(4, 2)]
    [InlineData(6, 5)]
    public void Blobs_four_deviations_apart_are_counted(int k, int columns)
    {
        using Tensor X = Blobs.Draw(SeparatedCentres.Draw(k, columns, 4, seed: k), 300, 1, seed: k).X();

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1));

        Assert.Equal((ClusterFinding.Clusters, k), (verdict.Finding, verdict.K));
        Assert.StartsWith($"There are {k} clusters", verdict.Sentence);
        Assert.InRange(verdict.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    public void Clusters_that_are_the_batches_and_vanish_without_them_are_an_artefact(int batches, int columns)
    {
        Dataset moved = Blobs.Draw(SeparatedCentres.Draw(batches, columns, 4, seed: 3), 240, 1, seed: 4);
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
    public void The_wine_has_its_three_clusters()
    {
        TrainingPart all = DataSplit.None(DatasetCatalogue.Load("wine")).Training;
        using Tensor X = StandardScaler.Fit(all).Transform(all).X();
        long before = LiveTensors.Count;

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 0));

        Assert.Equal(3, verdict.K);
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void Of_several_that_stand_the_widest_gap_decides() =>
        Assert.Equal(3, ClusterVerdict.From(Evidence(Candidate(2) with { Gap = 1 }, Candidate(3) with { Gap = 2 })).K);

    [Fact]
    public void A_wider_gap_does_not_make_up_for_groups_that_come_back_less_often() =>
        Assert.Equal(3, ClusterVerdict.From(Evidence(
            Candidate(3) with { Gap = 1, Stability = Stability(0.99) }, Candidate(6) with { Gap = 2, Stability = Stability(0.85) })).K);

    [Fact]
    public void A_silhouette_that_no_border_confirms_is_weak_structure()
    {
        ClusterVerdict verdict = ClusterVerdict.From(Evidence(Candidate(2) with { Tests = Tests(silhouette: 1e-9, border: 0.6) }));
        Assert.Equal(ClusterFinding.WeakStructure, verdict.Finding);
        Assert.Contains("no clusters that stand apart", verdict.Sentence);
    }

    [Fact]
    public void Groups_that_do_not_come_back_are_no_clusters() =>
        Assert.Equal(ClusterFinding.WeakStructure, ClusterVerdict.From(Evidence(Candidate(2) with { Stability = Stability(0.5) })).Finding);

    [Fact]
    public void A_few_outlying_rows_are_no_cluster()
    {
        ClusterVerdict verdict = ClusterVerdict.From(Evidence(Candidate(2) with { SmallestCluster = 2 }));
        Assert.Equal(ClusterFinding.WeakStructure, verdict.Finding);
        Assert.Contains("2 of 100 rows", verdict.Sentence);
    }

    [Fact]
    public void The_kind_of_structureless_rows_that_explains_the_data_best_counts()
    {
        StructureTest explained = Tests(silhouette: 0.6, border: 1e-9)[0] with { Reference = StructurelessReference.RoundCloud };
        ClusterCandidate candidate = Candidate(2) with { Tests = [.. Tests(silhouette: 1e-9, border: 1e-9), explained] };

        Assert.Equal(0.6, candidate.PValue(StructureMeasure.Silhouette));
        Assert.NotEqual(ClusterFinding.Clusters, ClusterVerdict.From(Evidence(candidate)).Finding);
    }

    [Fact]
    public void Nothing_beyond_the_references_is_none_and_every_rule_says_so()
    {
        ClusterCandidate plain = Candidate(2) with { Tests = Tests(silhouette: 0.5, border: 0.6), Stability = Stability(0.3) };
        ClusterEvidence evidence = Evidence(plain);

        ClusterVerdict verdict = ClusterVerdict.From(evidence with { Gaps = [.. evidence.Gaps.Select(gap => gap with { K = 1 })] });

        Assert.Equal((ClusterFinding.None, 1.0), (verdict.Finding, verdict.Confidence));
        Assert.Equal(9, verdict.Rules.Count);
        Assert.DoesNotContain(verdict.Rules, rule => rule.SeesClusters == true);
    }

    [Fact]
    public void A_batch_that_the_clusters_outlive_is_no_artefact()
    {
        ClusterCandidate same = Candidate(2) with { BatchAgreement = 0.9 };

        Assert.Equal(ClusterFinding.Clusters, ClusterVerdict.From(Evidence(same) with { BatchesCentred = Evidence(same) }).Finding);
    }

    [Fact]
    public void Groups_that_tell_the_batch_are_counted_once_the_batches_are_centred()
    {
        ClusterCandidate cut = Candidate(6) with { BatchAgreement = 0.99 }, true3 = Candidate(3) with { BatchAgreement = 0.01 };

        ClusterVerdict verdict = ClusterVerdict.From(Evidence(cut) with { BatchesCentred = Evidence(true3) });

        Assert.Equal((ClusterFinding.Clusters, 3, true), (verdict.Finding, verdict.K, verdict.IsWithinBatches));
        Assert.Contains("once each batch is centred", verdict.Sentence);
    }

    [Fact]
    public void Groups_of_mixed_batches_are_counted_as_measured()
    {
        ClusterCandidate mixed = Candidate(2) with { BatchAgreement = 0.1 };

        ClusterVerdict verdict = ClusterVerdict.From(Evidence(mixed) with { BatchesCentred = Evidence(Candidate(4)) });

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

    [Fact]
    public void Fewer_references_are_drawn_on_request()
    {
        using Tensor X = Blobs.Draw([[0, 0], [9, 0]], 100, 1, seed: 6).X();

        Assert.Equal(2, ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1, maxK: 3, references: 8)).K);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterEvidence.Gather(X, seed: 1, references: 1));
    }

    [Fact]
    public void The_joint_p_value_is_fishers()
    {
        // p₁p₂ = 0.01: P(χ²₄ ≥ −2 ln 0.01) = 0.01 (1 − ln 0.01)
        double joint = (Candidate(2) with { Tests = Tests(silhouette: 0.1, border: 0.1) }).JointPValue;
        Assert.Equal(1 - ChiSquared.Cumulative(-2 * Math.Log(0.01), 4), joint, 1e-12);
    }

    [Fact]
    public void Too_few_rows_are_said_in_a_sentence()
    {
        using Tensor X = torch.tensor(new double[,] { { 0 }, { 1 }, { 2 } });
        Assert.Contains("needs at least 10 rows", Assert.Throws<UserMistakeException>(() => ClusterEvidence.Gather(X, seed: 0)).Message);
    }

    [Fact]
    public void A_large_table_is_sampled_and_says_so()
    {
        using Tensor X = Blobs.Draw([[0, 0], [9, 0]], 700, 1, seed: 6).X();
        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1, maxK: 3));
        Assert.Equal(2, verdict.K);
        Assert.Contains("from a sample of 600 of the 700 rows", verdict.Sentence);
    }

    private static ClusterEvidence Evidence(params ClusterCandidate[] candidates)
    {
        var gap = new GapStatistic(StructurelessReference.Box, [0, 1, 0.5], [0.1, 0.1, 0.1], 2);
        return new(
            100, null, [9, 3, 2], [null, 0.6, 0.4], [gap, gap with { Reference = StructurelessReference.PrincipalBox }],
            new ElbowKnee(2, 0.3), candidates, null);
    }

    private static ClusterCandidate Candidate(int k) => new(k, 1, Tests(silhouette: 1e-4, border: 1e-4), Stability(0.95), 30, null);

    private static StructureTest[] Tests(double silhouette, double border) =>
    [
        new(StructureMeasure.Silhouette, StructurelessReference.Box, 0.6, 0.4, 0.01, silhouette),
        new(StructureMeasure.BorderShare, StructurelessReference.Box, 0.1, 0.3, 0.02, border),
    ];

    private static PartitionStability Stability(double agreement) =>
        new(2, new Interval(agreement, null, null, 0.95, "test"), new Interval(0.5, null, null, 0.95, "test"));
}
