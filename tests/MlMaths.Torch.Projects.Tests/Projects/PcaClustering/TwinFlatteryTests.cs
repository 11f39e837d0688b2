using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Leakage;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Projects;

public sealed class TwinFlatteryTests
{
    private const int Rows = 160, Visits = 4;

    [Fact]
    public void Patients_dealt_to_folds_by_chance_flatter_a_model_that_remembers()
    {
        TwinFlattery remembering = Of(seed: 1, Patient)[1];
        Assert.True(remembering.Areas.Difference.Low > 0.1, $"{remembering.Areas.Difference}");
        Assert.Equal(remembering.Areas.First!.Value - remembering.Areas.Second!.Value, remembering.Areas.Difference.Value!.Value, 1e-12);
        Assert.Equal((Rows, false), (remembering.Rows, remembering.IsSample));
    }

    [Fact]
    public void Rows_that_only_a_coin_has_paired_flatter_nothing()
    {
        bool[] holdsNothing = [.. Enumerable.Range(1, 5).SelectMany(seed => Of(seed, ByCoin(seed)))
            .Select(one => one.Areas.Difference.Contains(0))];
        // Two models in five worlds: each interval misses in one case of twenty, and seven or fewer hits come in one run of ninety.
        Assert.InRange(holdsNothing.Count(holds => holds), 8, 10);
    }

    [Fact]
    public void Where_rows_do_not_fill_two_folds_of_both_classes_there_is_nothing_to_say()
    {
        Assert.Empty(Of(seed: 1, _ => 0));
        Assert.Empty(Of(seed: 1, row => Patient(row) % 2));
    }

    private static int Patient(int row) => row / Visits;

    private static Func<int, int> ByCoin(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Rows)];
        new Random(seed).Shuffle(order);
        return row => order[row] / 2;
    }

    private static IReadOnlyList<TwinFlattery> Of(int seed, Func<int, int> clusterOf)
    {
        var random = new Random(100 + seed);
        double[] patients = [.. Enumerable.Range(0, Rows).Select(_ => Normal.Draw(random))];
        double[] features = [.. Enumerable.Range(0, 3 * Rows)
            .Select(i => patients[(Patient(i / 3) * 3 + i % 3) % Rows] + 0.2 * Normal.Draw(random))];
        string[] labels = [.. Enumerable.Range(0, Rows).Select(row => Patient(row) % 2 == 0 ? "ill" : "well")];
        var target = BinaryTarget.From(
            new Dataset("visits", ["a", "b", "c"], features, "kind", labels, new Provenance("here", "none", "")),
            "ill");
        return TwinFlattery.Fit(LeakageKind.Groups, target, [.. Enumerable.Range(0, Rows).Select(clusterOf)], seed, default);
    }
}
