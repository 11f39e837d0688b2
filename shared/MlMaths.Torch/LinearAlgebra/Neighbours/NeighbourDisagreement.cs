namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Two rows, with what either measure says of them.</summary>
/// <param name="Row">One row.</param>
/// <param name="Other">The other.</param>
/// <param name="Distance">‖x − y‖.</param>
/// <param name="Cosine">cos(x, y).</param>
public sealed record ComparedPair(int Row, int Other, double Distance, double Cosine);

/// <summary>
/// Where distance and cosine choose other neighbours: rows of one shape and two sizes are alike by angle and far apart, rows
/// near the origin are close by distance and may point anywhere.
///
/// <code>
/// disagreement = 1 − mean over rows of |Eᵢ ∩ Cᵢ| / k          Eᵢ, Cᵢ: the k nearest by distance and by cosine
/// </code>
/// </summary>
/// <param name="Share">The share of neighbours on which they disagree, 0 to 1; null where every row is zero.</param>
/// <param name="K">Neighbours that were compared.</param>
/// <param name="ByDistanceOnly">Among the k nearest by distance but not by cosine, lowest cosine first.</param>
/// <param name="ByCosineOnly">Among the k nearest by cosine but not by distance, furthest apart first.</param>
public sealed record NeighbourDisagreement(
    double? Share, int K, IReadOnlyList<ComparedPair> ByDistanceOnly, IReadOnlyList<ComparedPair> ByCosineOnly)
{
    /// <summary>Compares both on X [n, d]; each row serves for one example at most.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="k">Neighbours of each row.</param>
    /// <param name="examples">Pairs of each kind that are listed.</param>
    public static NeighbourDisagreement Of(Tensor X, int k = 10, int examples = 5) =>
        Of(X, NearestNeighbours.Search(X, k), NearestNeighbours.Search(X, k, Nearness.Cosine), k, examples);

    private static NeighbourDisagreement Of(Tensor X, NearestNeighbours near, NearestNeighbours alike, int k, int examples)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int d = (int)X.size(1);
        double[] values = [.. X.detach().to(torch.ScalarType.Float64).cpu().contiguous().data<double>()];
        int[] rows = [.. Enumerable.Range(0, near.Indices.Count).Where(row => alike.Indices[row].Count > 0)];

        double? share = rows.Length == 0
            ? null
            : rows.Average(
                row => 1 - (double)near.Indices[row].Intersect(alike.Indices[row]).Count() / near.Indices[row].Count);
        return new(
            share, k,
            Examples(
                rows.SelectMany(row => near.Indices[row].Except(alike.Indices[row]).Select(other => Pair(row, other)))
                    .OrderBy(pair => pair.Cosine),
                examples),
            Examples(
                rows.SelectMany(row => alike.Indices[row].Except(near.Indices[row]).Select(other => Pair(row, other)))
                    .OrderByDescending(pair => pair.Distance),
                examples));

        ComparedPair Pair(int row, int other)
        {
            ReadOnlySpan<double> x = values.AsSpan(row * d, d), y = values.AsSpan(other * d, d);
            double squares = 0;
            for (int j = 0; j < d; j++) squares += (x[j] - y[j]) * (x[j] - y[j]);
            return new(row, other, Math.Sqrt(squares), CosineSimilarity.Between(x, y) ?? 0);
        }
    }

    private static List<ComparedPair> Examples(IEnumerable<ComparedPair> pairs, int wanted)
    {
        HashSet<int> seen = [];
        List<ComparedPair> chosen = [];
        foreach (ComparedPair pair in pairs)
        {
            if (chosen.Count == wanted) break;
            if (seen.Contains(pair.Row) || seen.Contains(pair.Other)) continue;
            seen.UnionWith([pair.Row, pair.Other]);
            chosen.Add(pair);
        }
        return chosen;
    }
}
