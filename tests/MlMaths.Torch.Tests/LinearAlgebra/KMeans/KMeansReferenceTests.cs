using System.Text.Json;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>k-means beside scikit-learn's, on wines and digits.</summary>
public sealed class KMeansReferenceTests
{
    public static TheoryData<int> Cases() => [0, 1];

    [Theory]
    [MemberData(nameof(Cases))]
    public void From_given_rows_it_comes_to_what_scikit_learn_comes_to(int index)
    {
        JsonElement golden = GoldenFile.Read("kmeans.json")[index];
        using Tensor X = Table(golden.GetProperty("data").GetString()!);
        int[] labels = Whole(golden, "labels");

        KMeans found = KMeans.From(X, Whole(golden, "init_rows"));

        Assert.Equal(golden.GetProperty("inertia").GetDouble(), found.Inertia, 1e-9 * found.Inertia);
        Assert.Equal(1, PartitionAgreement.Of(labels, found.Labels).AdjustedRand);
        Assert.Equal(Whole(golden, "sizes").OrderDescending(), found.Sizes);
        Assert.Equal(golden.GetProperty("silhouette").GetDouble(), Silhouette.Of(X, found.Labels).Mean!.Value, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_agreement_with_the_classes_is_what_scikit_learn_says(int index)
    {
        JsonElement golden = GoldenFile.Read("kmeans.json")[index];
        string name = golden.GetProperty("data").GetString()!;
        using Tensor X = Table(name);

        KMeans found = KMeans.From(X, Whole(golden, "init_rows"));

        double agreement = PartitionAgreement.Of(DatasetCatalogue.Load(name.Split('.')[0]).Labels, found.Labels).AdjustedRand;
        Assert.Equal(golden.GetProperty("adjusted_rand_vs_truth").GetDouble(), agreement, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twenty_restarts_come_within_a_thousandth_of_the_best_of_a_hundred(int index)
    {
        JsonElement golden = GoldenFile.Read("kmeans.json")[index];
        using Tensor X = Table(golden.GetProperty("data").GetString()!);

        KMeans found = KMeans.Fit(X, Whole(golden, "init_rows").Length, seed: 1, restarts: 20);

        Assert.InRange(found.Inertia / golden.GetProperty("best_of_100_inertia").GetDouble(), 0, 1.001);
    }

    private static Tensor Table(string name)
    {
        Dataset dataset = DatasetCatalogue.Load(name.Split('.')[0]);
        if (!name.EndsWith("standardised", StringComparison.Ordinal)) return dataset.X();
        TrainingPart all = DataSplit.None(dataset).Training;
        return StandardScaler.Fit(all).Transform(all).X();
    }

    private static int[] Whole(JsonElement golden, string name) => [.. golden.GetProperty(name).Doubles().Select(number => (int)number)];
}
