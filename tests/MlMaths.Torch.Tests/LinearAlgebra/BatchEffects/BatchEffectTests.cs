using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class BatchEffectTests
{
    [Fact]
    public void The_share_between_batches_is_what_an_analysis_of_variance_finds()
    {
        // Column 1: means 1 and 5 about 3, 16 of 20; column 2: means 0 and 0, none of 4.
        using Tensor X = torch.tensor(new double[,] { { 0, 1 }, { 2, -1 }, { 4, -1 }, { 6, 1 } });
        var regression = BatchEffect.Of(X, ["a", "a", "b", "b"], seed: 1).Regression;

        Assert.Equal(16.0 / 24, regression.R2, 1e-14);
        Assert.Equal(16.0 / 20, regression.Components[0].R2, 1e-14);
        Assert.Equal(0, regression.Components[1].R2, 1e-14);
        // F = (16/1)/(4/2) = 8 on 1 and 2 degrees of freedom is t = √8 on 2.
        Assert.Equal(StudentT.TwoSidedPValue(Math.Sqrt(8), 2), regression.Components[0].PValue, 1e-12);
        // Of the three ways to halve four rows, this one explains most: p is about 1/3.
        Assert.Equal(1 / 3.0, regression.PValue, 0.05);
    }

    [Fact]
    public void Shuffled_labels_explain_g_minus_one_of_n_minus_one()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(60 * 4, 3), 60, 4);
        string[] batches = [.. Enumerable.Range(0, 60).Select(row => "abc"[row % 3].ToString())];
        Assert.Equal(2.0 / 59, BatchEffect.Of(X, batches, seed: 1).Regression.ExpectedR2, 0.003);
    }

    [Fact]
    public void A_planted_offset_is_found_at_its_size_and_centring_takes_it_away()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(300 * 5, 4), 300, 5);
        var planted = PlantedOffset.For(X, size: 1.5, seed: 7);
        using Tensor moved = planted.AddTo(X), centred = BatchCentring.Of(moved, planted.Batches);

        BatchEffect before = BatchEffect.Of(X, planted.Batches, 1), during = BatchEffect.Of(moved, planted.Batches, 1),
            after = BatchEffect.Of(centred, planted.Batches, 1);

        Assert.Equal(0.36, planted.ExpectedR2, 1e-12); // 1.5²/4 = 0.5625 of 1.5625
        Assert.Equal(planted.ExpectedR2, during.Regression.R2, 0.05);
        Assert.True(during.IsPresent);
        Assert.Equal(0.002, during.PValue, 1e-12);
        Assert.InRange(during.Mixing.RejectionRate, 0.8, 1);
        Assert.InRange(during.Silhouette!.Value, 0.1, 1);

        Assert.False(before.IsPresent);
        Assert.False(after.IsPresent);
        Assert.Equal(0, after.Regression.R2, 1e-12);
        Assert.Equal(0, after.Regression.Affected);
        Assert.InRange(after.Mixing.RejectionRate, 0, 0.3);
    }

    [Fact]
    public void Batches_drawn_by_chance_are_called_an_effect_in_about_one_of_twenty_tables()
    {
        int found = Enumerable.Range(0, 60).Count(seed =>
        {
            using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(60 * 4, seed), 60, 4);
            return BatchEffect.Of(X, PlantedOffset.For(X, 1, seed).Batches, seed, permutations: 99).IsPresent;
        });
        Assert.InRange(found, 0, 8);
    }

    [Fact]
    public void A_batch_with_another_spread_is_seen_by_neighbours_and_not_by_means()
    {
        double[] rows = PrincipalComponentsTests.Drawn(200 * 4, 6);
        for (int i = 0; i < 400; i++) rows[i] *= 6;
        using Tensor X = torch.tensor(rows, 200, 4);
        string[] batches = [.. Enumerable.Range(0, 200).Select(row => row < 100 ? "wide" : "narrow")];
        using Tensor centred = BatchCentring.Of(X, batches);

        var effect = BatchEffect.Of(centred, batches, seed: 2);

        Assert.Equal(1, effect.Regression.PValue);
        Assert.InRange(effect.Mixing.PValue, 0, 0.01);
        Assert.True(effect.IsPresent);
    }

    [Fact]
    public void The_rejection_rate_is_the_share_of_rows_whose_neighbours_fail_a_chi_squared_test()
    {
        double[] rows = PrincipalComponentsTests.Drawn(30 * 2, 9);
        for (int i = 0; i < 30; i++) rows[2 * i] += i % 3;
        using Tensor X = torch.tensor(rows, 30, 2);
        int[] labels = [.. Enumerable.Range(0, 30).Select(row => row % 3 == 0 ? 0 : 1)]; // 10 and 20 rows

        var mixing = BatchEffect.Of(X, [.. labels.Select(label => $"{label}")], seed: 1).Mixing;

        int rejected = 0;
        for (int i = 0; i < 30; i++)
        {
            int[] near = [.. Enumerable.Range(0, 30).Where(j => j != i)
                .OrderBy(j => Math.Pow(rows[2 * i] - rows[2 * j], 2) + Math.Pow(rows[2 * i + 1] - rows[2 * j + 1], 2))
                .Take(15)];
            int first = near.Count(j => labels[j] == 0);
            double chiSquared = (first - 5.0) * (first - 5) / 5 + (first - 5.0) * (first - 5) / 10;
            if (ChiSquared.UpperTail(chiSquared, 1) <= 0.05) rejected++;
        }
        Assert.Equal(15, mixing.Neighbours);
        Assert.Equal(rejected / 30.0, mixing.RejectionRate, 1e-14);
        Assert.InRange(rejected, 1, 29);
    }

    [Fact]
    public void A_large_table_is_sampled_the_seed_decides_and_no_tensor_stays()
    {
        using Tensor X = torch.randn(2500, 3, torch.ScalarType.Float64, generator: new torch.Generator(2));
        IReadOnlyList<string> batches = PlantedOffset.For(X, 1, seed: 1).Batches;
        long before = LiveTensors.Count;
        BatchEffect first = BatchEffect.Of(X, batches, 3, 20), again = BatchEffect.Of(X, batches, 3, 20);

        Assert.Equal("from a sample of 2,000 of the 2,500 rows", first.Note);
        Assert.Equal((first.Regression.R2, first.Mixing.RejectionRate, first.PValue),
            (again.Regression.R2, again.Mixing.RejectionRate, again.PValue));
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void One_batch_and_a_batch_to_each_row_are_refused()
    {
        using Tensor X = torch.tensor(PrincipalComponentsTests.Drawn(6, 1), 3, 2);
        Assert.Contains("at least two batches", Assert.Throws<UserMistakeException>(() => BatchEffect.Of(X, ["a", "a", "a"], 1)).Message);
        Assert.Throws<UserMistakeException>(() => BatchEffect.Of(X, ["a", "b", "c"], 1));
        Assert.Throws<ArgumentException>(() => BatchEffect.Of(X, ["a", "b"], 1));
    }
}
