namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Which axis of one set is which of another, by the angle between them: the closest pair first.</summary>
internal static class ComponentMatching
{
    /// <summary>Each axis of the first set with its own of the second, and vₖ · v*ₗ; the second has at least as many.</summary>
    public static IReadOnlyList<(int First, int Second, double Cosine)> Of(
        IReadOnlyList<IReadOnlyList<double>> first, IReadOnlyList<IReadOnlyList<double>> second)
    {
        double[,] cosine = new double[first.Count, second.Count];
        for (int k = 0; k < first.Count; k++)
        {
            for (int l = 0; l < second.Count; l++)
            {
                for (int j = 0; j < first[k].Count; j++)
                    cosine[k, l] += first[k][j] * second[l][j];
            }
        }

        List<(int, int, double)> matched = [];
        HashSet<int> rows = [], columns = [];
        foreach ((int k, int l) in from k in Enumerable.Range(0, first.Count)
                                   from l in Enumerable.Range(0, second.Count)
                                   orderby Math.Abs(cosine[k, l]) descending
                                   select (k, l))
        {
            if (rows.Contains(k) || columns.Contains(l)) continue;
            rows.Add(k);
            columns.Add(l);
            matched.Add((k, l, cosine[k, l]));
        }
        return matched;
    }
}
