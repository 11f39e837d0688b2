using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Evaluate;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// How much it flatters one's own score that rows which belong together are in two folds: the same model on the same rows, in folds
/// dealt by chance and in folds that keep such rows together.
/// </summary>
/// <param name="Kind">Why rows belong together.</param>
/// <param name="Model">Name of the recipe.</param>
/// <param name="Rows">How many rows were scored.</param>
/// <param name="IsSample">Whether the table has more.</param>
/// <param name="Areas">First by chance, second kept together, of each row's mean score over several deals; paired by
/// row, clusters and deals vary.</param>
internal sealed record TwinFlattery(LeakageKind Kind, string Model, int Rows, bool IsSample, ClusteredRocAreas Areas)
{
    private const int MaxRows = 3000, MaxRowsOfCluster = 100, MaxFolds = 5, Repeats = 4;

    /// <summary>For a model of few numbers and one that remembers; none where the rows do not fill two folds of both classes.</summary>
    /// <param name="kind">Why rows belong together.</param>
    /// <param name="target">Rows and labels.</param>
    /// <param name="clusterOf">The cluster of each row.</param>
    /// <param name="seed">Of folds and of the sample of a large table, which is drawn by clusters.</param>
    /// <param name="cancellation">Asked before every fit.</param>
    public static IReadOnlyList<TwinFlattery> Fit(
        LeakageKind kind, BinaryTarget target, IReadOnlyList<int> clusterOf, int seed, CancellationToken cancellation)
    {
        int[] chosen = Sample(clusterOf, seed);
        if (chosen.Select(row => target.IsPositive[row]).Distinct().Count() < 2) return [];
        BinaryTarget some = Grouped(target, chosen, clusterOf);
        int[] clusters = CutClusters.Of(some.Dataset.Group!.OfRow);
        int folds = Math.Min(MaxFolds, Math.Min(some.Positives, some.Negatives));
        if (folds < 2 || clusters.Distinct().Count() < folds) return [];
        IReadOnlyList<Fold>[] byChance = [.. SeedsOf(seed).Select(one => Folds.Stratified(some, folds, one))],
            together = [.. SeedsOf(seed).Select(one => GroupedFolds.Stratified(some, folds, one))];
        if (together.SelectMany(deal => deal).Any(fold => some.Of(fold.Training).Distinct().Count() < 2)) return [];
        return [.. new Recipe[] { new LogisticRecipe(), new NeighbourRecipe() }.Select(Fit)];

        TwinFlattery Fit(Recipe recipe)
        {
            double[][] chance = [.. byChance.Select(deal => HeldOut(recipe, deal))],
                kept = [.. together.Select(deal => HeldOut(recipe, deal))];
            var areas = ClusteredRocAreas.Of(some.IsPositive, Mean(chance), Mean(kept), clusters);
            double[] ofDeals = [.. chance.Zip(kept, (one, other) =>
                DeLong.Of(some.IsPositive, one).Area!.Value - DeLong.Of(some.IsPositive, other).Area!.Value)];
            return new(kind, recipe.Name, chosen.Length, chosen.Length < clusterOf.Count,
                areas with { Difference = Widened(areas.Difference, ofDeals) });
        }

        double[] HeldOut(Recipe recipe, IReadOnlyList<Fold> turns)
        {
            double[] scores = new double[some.Dataset.Rows];
            foreach (Fold fold in turns)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach ((int row, double score) in fold.HeldOut.Rows.Zip(
                    recipe.Probabilities(some, fold.Training, fold.HeldOut.Rows, seed)))
                {
                    scores[row] = score;
                }
            }

            return scores;
        }
    }

    private static double[] Mean(double[][] deals) =>
        [.. Enumerable.Range(0, deals[0].Length).Select(row => deals.Average(scores => scores[row]))];

    // Who happens to be in a fold with whom varies too: var = var over clusters + s²/k of the k deals' differences.
    private static Interval Widened(Interval difference, double[] ofDeals)
    {
        if (difference is not { Value: double value, Low: double low, High: double high }) return difference;
        double z = Normal.TwoSidedQuantile(difference.Confidence), error = (high - low) / (2 * z);
        double reach = z * Math.Sqrt(error * error + Moments.Of(ofDeals).SampleVariance!.Value / ofDeals.Length);
        return new(
            value, value - reach, value + reach, difference.Confidence, $"{difference.Method}, and {ofDeals.Length} assignments to folds");
    }

    private static IEnumerable<int> SeedsOf(int seed) =>
        Enumerable.Range(0, Repeats).Select(repeat => Seeds.Of(seed, DrawnFor.Folds, repeat));

    private static int[] Sample(IReadOnlyList<int> clusterOf, int seed)
    {
        int[][] clusters = [.. clusterOf.Index().GroupBy(row => row.Item, row => row.Index).Select(cluster => cluster.ToArray())];
        Seeds.Generator(seed, DrawnFor.Sample).Shuffle(clusters);
        List<int> chosen = [];
        foreach (int[] cluster in clusters.Where(_ => clusterOf.Count <= MaxRows || chosen.Count < MaxRows))
            chosen.AddRange(clusterOf.Count <= MaxRows ? cluster : cluster.Take(MaxRowsOfCluster));
        return [.. chosen.Order()];
    }

    private static BinaryTarget Grouped(BinaryTarget target, int[] rows, IReadOnlyList<int> clusterOf)
    {
        Dataset some = target.Dataset.Select(rows);
        string[] labels = [.. rows.Select(row => target.IsPositive[row] ? "yes" : "no")];
        return BinaryTarget.From(
            new Dataset(some.Name, some.ColumnNames, some.Features.ToArray(), "outcome", labels, some.Provenance)
            {
                Group = new GroupColumn("cluster", [.. rows.Select(row => $"{clusterOf[row]}")]),
            },
            "yes");
    }
}
