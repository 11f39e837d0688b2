using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Where k-means starts: k-means++ in its greedy form (D. Arthur, S. Vassilvitskii, 2007, SODA, whose section 5 names the
/// candidates). The first centre is any row; each next one is drawn in proportion to how badly it is served so far. Of a
/// few draws the one is kept that leaves the least behind.
///
/// <code>
/// P(row i) = D²ᵢ / Σ D²        D²ᵢ = ‖xᵢ − nearest centre so far‖²
/// keep argmin over 2 + ⌊ln k⌋ draws c of Σᵢ min(D²ᵢ, ‖xᵢ − c‖²)
/// </code>
/// All restarts draw side by side, from a stream of chance each: the first five of ten are the five of five.
/// </summary>
internal static class GreedySeeding
{
    /// <summary>k rows for each restart.</summary>
    public static int[][] Choose(CentredRows rows, ICentreSearch search, int k, int restarts, int seed)
    {
        int candidates = 2 + (int)Math.Log(k);
        SplitMix64[] chance = [.. Enumerable.Range(0, restarts).Select(restart => Stream(seed, restart))];
        int[][] chosen = new int[restarts][];
        for (int r = 0; r < restarts; r++)
        {
            chosen[r] = new int[k];
            chosen[r][0] = chance[r].Below(rows.Count);
        }

        for (int step = 1; step < k; step++)
        {
            search.Lower(CentresAt(rows, [.. chosen.Select(starts => starts[step - 1])]), restarts);
            int[] drawn = new int[restarts * candidates];
            for (int r = 0; r < restarts; r++)
                Draw(search.Nearest(r), ref chance[r], drawn.AsSpan(r * candidates, candidates));
            double[] potentials = search.Potentials(CentresAt(rows, drawn), restarts);
            for (int r = 0; r < restarts; r++)
                chosen[r][step] = drawn[r * candidates + IndexOfLeast(potentials.AsSpan(r * candidates, candidates))];
        }
        return chosen;
    }

    /// <summary>The coordinates of some rows, one after the other.</summary>
    public static double[] CentresAt(CentredRows rows, ReadOnlySpan<int> indices)
    {
        double[] centres = new double[indices.Length * rows.Columns];
        for (int c = 0; c < indices.Length; c++)
            rows.Row(indices[c]).CopyTo(centres.AsSpan(c * rows.Columns));
        return centres;
    }

    /// <summary>A stream of chance of its own for each restart of one seed.</summary>
    public static SplitMix64 Stream(int seed, int restart) => new(seed, DrawnFor.Model, restart);

    /// <summary>Rows, each with a chance in proportion to its weight; ascending: one walk along the running total finds all.</summary>
    public static void Draw(ReadOnlySpan<double> weights, ref SplitMix64 chance, Span<int> drawn)
    {
        double total = 0;
        foreach (double weight in weights) total += weight;
        Span<double> marks = stackalloc double[drawn.Length];
        for (int c = 0; c < marks.Length; c++)
            marks[c] = chance.Unit() * total;
        marks.Sort();

        int row = 0;
        double passed = weights[0];
        for (int c = 0; c < marks.Length; c++)
        {
            while (passed <= marks[c] && row < weights.Length - 1)
                passed += weights[++row];
            drawn[c] = row;
        }
    }

    private static int IndexOfLeast(ReadOnlySpan<double> values)
    {
        int least = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[least]) least = i;
        }
        return least;
    }
}
