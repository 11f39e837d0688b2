using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Simulations;
using static MlMaths.Torch.Tests.Diagnosis.MadeClusterEvidence;

namespace MlMaths.Torch.Tests.Diagnosis;

public sealed class ClusterVerdictTests
{
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
    public void Blobs_six_deviations_apart_are_counted(int k, int columns)
    {
        using Tensor X = Blobs.Draw(SeparatedCentres.Draw(k, columns, 6, seed: k), 300, 1, seed: k).X();

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1));

        Assert.Equal((ClusterFinding.Clusters, k), (verdict.Finding, verdict.K));
        Assert.StartsWith($"There are {k} clusters", verdict.Sentence);
        Assert.InRange(verdict.Confidence, 0.5, 1);
    }

    [Fact]
    public void The_wine_has_clusters_of_which_two_may_be_taken_for_one()
    {
        TrainingPart all = DataSplit.None(DatasetCatalogue.Load("wine")).Training;
        using Tensor X = StandardScaler.Fit(all).Transform(all).X();
        long before = LiveTensors.Count;

        ClusterVerdict verdict = ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 0));

        // Between the first two cultivars the dip is no clearer than p = 0.01.
        Assert.InRange(verdict.K!.Value, 2, 3);
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void A_bend_is_weak_structure_and_the_sentence_says_by_what()
    {
        ClusterVerdict bridged = ClusterVerdict.From(Evidence(Pair with { Fullness = 0.9, AlongP = null, Apart = null }));
        Assert.Equal(ClusterFinding.WeakStructure, bridged.Finding);
        Assert.Contains("0.90 times as many rows as usual at its emptiest place", bridged.Sentence);

        ClusterVerdict bent = ClusterVerdict.From(Evidence(Pair with { AlongP = 0.3, Apart = null }));
        Assert.Equal(ClusterFinding.WeakStructure, bent.Finding);
        Assert.Contains("none along the rows (p = 0.3000)", bent.Sentence);
    }

    [Fact]
    public void Parts_of_a_curve_that_have_a_gap_are_weak_structure_and_the_sentence_says_how_near_they_lie()
    {
        ClusterVerdict parts = ClusterVerdict.From(Evidence(Pair with { Apart = 2.4 }));

        Assert.Equal(ClusterFinding.WeakStructure, parts.Finding);
        Assert.Contains("2.40 of their median deviations apart, less than the 3", parts.Sentence);
        Assert.Contains(parts.Rules, rule => rule is { Decides: true, SeesClusters: false } && rule.Found.Contains("2.40"));
    }

    [Fact]
    public void A_few_outlying_rows_are_no_cluster()
    {
        ClusterVerdict verdict = ClusterVerdict.From(Evidence(Pair with { SmallerSide = 2, IsLargeEnough = false, Apart = null }));
        Assert.Equal(ClusterFinding.WeakStructure, verdict.Finding);
        Assert.Contains("2 of 100 rows", verdict.Sentence);
    }

    [Fact]
    public void A_split_that_is_a_columns_values_is_named_by_that_column()
    {
        ClusterVerdict verdict = ClusterVerdict.From(Evidence(Pair with { OneColumn = 1, Apart = null }), ["height", "sex"]);
        Assert.Equal(ClusterFinding.OneColumn, verdict.Finding);
        Assert.Contains("the values of sex", verdict.Sentence);
    }

    [Fact]
    public void None_says_what_so_many_rows_would_have_shown()
    {
        ClusterEvidence evidence = Evidence(Pair with { StraightP = 0.4, AlongP = null, Fullness = null, Apart = null });

        Assert.Contains("two equal groups 3.5 of their deviations apart would have shown", ClusterVerdict.From(evidence).Sentence);
        Assert.Contains("would not have shown", ClusterVerdict.From(evidence with { Smallest = null }).Sentence);
    }

    [Fact]
    public void No_rule_that_decides_says_other_than_the_verdict()
    {
        foreach (int k in new[] { 1, 2, 3 })
        {
            ClusterVerdict verdict = ClusterVerdict.From(k == 1 ? Evidence(Pair with { StraightP = 0.4, Apart = null }) : Evidence(k));

            ClusterRule[] deciding = [.. verdict.Rules.Where(rule => rule.Decides)];
            Assert.NotEmpty(deciding);
            Assert.Equal(verdict.Finding == ClusterFinding.Clusters, deciding.All(rule => rule.SeesClusters == true));
            Assert.All(deciding.Where(_ => k > 1), rule => Assert.Equal(k, rule.K));
        }
    }

    [Fact]
    public void The_sentence_of_clusters_holds_the_weakest_of_the_numbers_that_the_rules_show()
    {
        ClusterEvidence evidence = Evidence(3);
        ClusterVerdict verdict = ClusterVerdict.From(evidence with
        {
            Groups = evidence.Groups with { Pairs = [Pair, Pair with { StraightP = 0.0032, Fullness = 0.41 }, Pair] },
        });
        Assert.Contains("(dip tests, p = 0.0032)", verdict.Sentence);
        Assert.Contains("0.41 times as many rows as usual", verdict.Sentence);
        Assert.Contains(verdict.Rules, rule => rule.Decides && rule.Found.StartsWith("p = 0.003", StringComparison.Ordinal));
    }

    [Fact]
    public void Fewer_references_are_drawn_on_request()
    {
        using Tensor X = Blobs.Draw([[0, 0], [9, 0]], 100, 1, seed: 6).X();

        Assert.Equal(2, ClusterVerdict.From(ClusterEvidence.Gather(X, seed: 1, maxK: 3, references: 8)).K);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterEvidence.Gather(X, seed: 1, references: 1));
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
}
