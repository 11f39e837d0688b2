namespace MlMaths.Torch.Evaluation;

/// <summary>Edges e_0 &lt; … &lt; e_K of the bins (e_{k−1}, e_k] on [0, 1]; the first also holds its lower edge.</summary>
internal sealed class ProbabilityBins
{
    private ProbabilityBins(double[] edges) => Edges = edges;

    public double[] Edges { get; }

    private bool IsEqualWidth { get; init; }

    public int Count => Edges.Length - 1;

    public static ProbabilityBins EqualWidth(int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return new ProbabilityBins([.. Enumerable.Range(0, bins + 1).Select(k => (double)k / bins)]) { IsEqualWidth = true };
    }

    /// <summary>Upper edges at the largest of each 1/K of the sorted probabilities; the outermost edges are 0 and 1.</summary>
    public static ProbabilityBins EqualMass(ReadOnlySpan<double> probabilities, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] sorted = probabilities.ToArray();
        Array.Sort(sorted);
        List<double> edges = [0];
        for (int k = 1; k < bins && sorted.Length > 0; k++)
        {
            int last = (int)((long)k * sorted.Length / bins) - 1;
            if (last >= 0 && sorted[last] > edges[^1] && sorted[last] < 1) edges.Add(sorted[last]);
        }
        edges.Add(1);
        return new ProbabilityBins([.. edges]);
    }

    /// <summary>Upper edges where the sorted probabilities, added up from the lowest, pass each 1/K of their sum.</summary>
    public static ProbabilityBins EqualPromise(ReadOnlySpan<double> probabilities, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] sorted = probabilities.ToArray();
        Array.Sort(sorted);
        double sum = sorted.Sum(), promised = 0;
        List<double> edges = [0];
        foreach (double probability in sorted)
        {
            promised += probability;
            if (edges.Count < bins && promised >= sum * edges.Count / bins && probability > edges[^1] && probability < 1)
                edges.Add(probability);
        }

        edges.Add(1);
        return new ProbabilityBins([.. edges]);
    }

    /// <summary>The bin of a probability: the first whose upper edge is not below it.</summary>
    public int IndexOf(double probability)
    {
        if (IsEqualWidth)
        {
            // An edge away at most, where the product or the edge was rounded.
            int near = Math.Clamp((int)(probability * Count), 0, Count - 1);
            while (near > 0 && Edges[near] >= probability) near--;
            while (near < Count - 1 && Edges[near + 1] < probability) near++;
            return near;
        }

        int found = Array.BinarySearch(Edges, 1, Count, probability);
        return found >= 0 ? found - 1 : Math.Min(~found - 1, Count - 1);
    }
}
