using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise01;

/// <summary>Rows, which of them is asked about, and how many neighbours are wanted.</summary>
/// <param name="Rows">[n, d].</param>
/// <param name="Self">0 to n − 1.</param>
/// <param name="K">1 to n − 1.</param>
internal sealed record Search(double[][] Rows, int Self, int K)
{
    public static Search Drawn(Random random)
    {
        int n = random.Next(10) == 0 ? 200 : random.Next(5, 9), d = random.Next(2, 5);
        return new([.. Enumerable.Range(0, n).Select(_ => TwoVectors.Vector(d, random))], random.Next(n), random.Next(2, 4));
    }

    public IEnumerable<Search> Simpler() =>
        from kept in Simplify.Without(Rows.Length, least: K + 2)
        where kept.Contains(Self)
        select this with { Rows = [.. kept.Select(i => Rows[i])], Self = Array.IndexOf(kept, Self) };

    /// <summary>The cosine of each row with the one that is asked about.</summary>
    public double[] Cosines() => [.. Rows.Select(row => CosineSimilarity.Between(Rows[Self], row)!.Value)];

    public override string ToString() =>
        FormattableString.Invariant($"rows = {Written.Of(Rows)}, self = {Self}, k = {K}");
}

/// <summary><c>Nearest(rows, self, k)</c>: what must hold of the rows that are most alike.</summary>
internal static class NearestTask
{
    private const double Tolerance = 1e-6; // cosines that float32 cannot tell apart may stand either way round

    public static MethodTask<Search, IReadOnlyList<int>?> Task { get; } = new(
        "Nearest", "int[] Nearest(double[][] rows, int self, int k)",
        method => Binding.Of<Search, IReadOnlyList<int>?>(
            method, [typeof(double[][]), typeof(int), typeof(int)],
            at => [at.Rows.Select(row => (double[])row.Clone()).ToArray(), at.Self, at.K], Binding.Numbers),
        [
            new("there are k neighbours", Search.Drawn, (at, came, _) => came.Value?.Count == at.K),
            new("no row is its own neighbour", Search.Drawn, (at, came, _) => came.Value?.Contains(at.Self) == false),
            new("the most alike stands first, and they go down from there", Search.Drawn, (at, came, _) => Descend(at, came.Value)),
            new("no row that was left out is more alike than one that was taken", Search.Drawn,
                (at, came, _) => AreNearest(at, came.Value)),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("query-among-neighbours", "when the row itself is among its neighbours", "Take|for|Order"),
            new("ascending", "when the least alike stand first", "Order|Sort|CompareTo"),
            new("by-distance", "by the smallest distance, and not by the largest cosine", "Order|Sort|Sum"),
            new("by-dot", "by the dot product alone: long rows win", "Zip|* |Dot|dot|Order|Sort|Sum"),
            new("not-sorted", "from the first rows as they stand, without sorting", "Take|for"),
            new("one-too-few", "with one neighbour too few", "k - 1|Take|for"),
            new("one-too-many", "with one neighbour too many", "k + 1|<=|Take|for"),
            new("places-without-query", "when the query is taken out first, and the rows behind it have moved up by one place",
                "Remove|Where|Select"),
            new("turned", "when the order of the neighbours is turned round", "Reverse|Order|Sort"),
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.SequenceEqual(other!),
        Written = Written.Of,
    };

    /// <summary>The cosine of two vectors of 300 numbers that were drawn around 0.</summary>
    public static string CosineOfDrawnVectors()
    {
        Random random = Seeds.Generator(1, DrawnFor.Worlds);
        double[] sizes = [.. Enumerable.Range(0, 100).Select(_ => Math.Abs(CosineSimilarity.Between(Drawn(), Drawn())!.Value)).Order()];
        return FormattableString.Invariant(
            $"near 0: of 100 such pairs 95 had a cosine between −{sizes[94]:0.00} and {sizes[94]:0.00}. In many dimensions almost all ")
            + "directions are at right angles.";

        double[] Drawn() => [.. Enumerable.Range(0, 300).Select(_ => Normal.Quantile(random.NextDouble()))];
    }

    private static bool Descend(Search at, IReadOnlyList<int>? neighbours)
    {
        if (neighbours is null || neighbours.Any(row => row < 0 || row >= at.Rows.Length)) return false;
        double[] cosines = at.Cosines();
        return neighbours.Zip(neighbours.Skip(1)).All(pair => cosines[pair.First] >= cosines[pair.Second] - Tolerance);
    }

    private static bool AreNearest(Search at, IReadOnlyList<int>? neighbours)
    {
        double[] cosines = at.Cosines();
        double least = neighbours!.Min(row => cosines[row]);
        return neighbours!.Distinct().Count() == neighbours!.Count
            && Enumerable.Range(0, cosines.Length)
                .All(row => row == at.Self || neighbours.Contains(row) || cosines[row] <= least + Tolerance);
    }

    private static int[] Slipped(Search at, IReadOnlySet<string> slips)
    {
        double[] q = at.Rows[at.Self];
        IEnumerable<int> rows = Enumerable.Range(0, at.Rows.Length)
            .Where(row => row != at.Self || slips.Contains("query-among-neighbours"));
        Func<int, double> likeness = slips.Contains("by-distance") ? row => -at.Rows[row].Zip(q, (a, b) => (a - b) * (a - b)).Sum()
            : slips.Contains("by-dot") ? row => at.Rows[row].Zip(q, (a, b) => a * b).Sum()
            : row => CosineSimilarity.Between(q, at.Rows[row])!.Value;
        int sign = slips.Contains("ascending") ? -1 : 1;
        if (!slips.Contains("not-sorted")) rows = rows.OrderByDescending(row => sign * likeness(row));
        int[] taken = [.. rows.Take(at.K + (slips.Contains("one-too-few") ? -1 : 0) + (slips.Contains("one-too-many") ? 1 : 0))];
        if (slips.Contains("places-without-query")) taken = [.. taken.Select(row => row > at.Self ? row - 1 : row)];
        return slips.Contains("turned") ? [.. taken.Reverse()] : taken;
    }
}
