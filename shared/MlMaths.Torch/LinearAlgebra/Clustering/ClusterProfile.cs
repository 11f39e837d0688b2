using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>How far one column of one cluster lies from the rest.</summary>
/// <param name="Column">Its index.</param>
/// <param name="Difference">
/// Mean within the cluster less mean of all other rows, in deviations (÷ n) of the column, with Welch's interval.
/// </param>
public sealed record ColumnContrast(int Column, Interval Difference);

/// <summary>
/// What sets one cluster apart from the other rows, the strongest column first.
///
/// <code>
/// Δⱼ = (x̄ⱼ in − x̄ⱼ out) / σⱼ        se² = (s²_in/n_in + s²_out/n_out) / σⱼ²
/// Δⱼ ± t · se,  t with  (s²_in/n_in + s²_out/n_out)² / [ (s²_in/n_in)²/(n_in − 1) + (s²_out/n_out)²/(n_out − 1) ]  degrees
/// </code>
/// Source: B. L. Welch, 1947, Biometrika 34:28–35. The interval says how exactly the contrast is known for clusters as they
/// are. It is no test of them: they were made from these very columns, and noise cut in two has large contrasts as well.
/// </summary>
/// <param name="Cluster">Its label.</param>
/// <param name="Size">Its rows.</param>
/// <param name="Contrasts">One per column, the largest |Δ| first; constant columns, where Δ is undefined, last.</param>
public sealed record ClusterProfile(int Cluster, int Size, IReadOnlyList<ColumnContrast> Contrasts)
{
    /// <summary>The profile of each cluster of X [n, d], in the order of the labels.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="labels">The cluster of each row.</param>
    /// <param name="confidence">Confidence level of the intervals.</param>
    public static IReadOnlyList<ClusterProfile> Of(Tensor X, IReadOnlyList<int> labels, double confidence = Interval.DefaultConfidence)
    {
        if (labels.Count != X.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and there are {labels.Count} labels.", nameof(labels));
        Interval.Checked(confidence);
        CentredRows rows = CentredRows.Of(X);
        return [.. labels.Distinct().Order().Select(cluster => Of(rows, labels, cluster, confidence))];
    }

    private static ClusterProfile Of(CentredRows rows, IReadOnlyList<int> labels, int cluster, double confidence)
    {
        int size = labels.Count(label => label == cluster);
        ColumnContrast[] contrasts =
        [
            .. from column in Enumerable.Range(0, rows.Columns)
               let contrast = new ColumnContrast(column, DifferenceOf(rows, labels, cluster, column, confidence))
               orderby Math.Abs(contrast.Difference.Value ?? -1) descending, contrast.Difference.Value is null
               select contrast,
        ];
        return new ClusterProfile(cluster, size, contrasts);
    }

    private static Interval DifferenceOf(CentredRows rows, IReadOnlyList<int> labels, int cluster, int column, double confidence)
    {
        List<double> inside = [], outside = [];
        for (int i = 0; i < rows.Count; i++)
            (labels[i] == cluster ? inside : outside).Add(rows.Row(i)[column]);
        if (outside.Count == 0)
            return Interval.Undefined("all rows are in this cluster", confidence);
        double σ = Moments.Of([.. inside, .. outside]).PopulationDeviation;
        return σ == 0
            ? Interval.Undefined("the column is constant", confidence)
            : Welch(Moments.Of([.. inside]), Moments.Of([.. outside]), σ, confidence);
    }

    private static Interval Welch(Moments inside, Moments outside, double σ, double confidence)
    {
        const string Method = "Welch's t";
        double difference = (inside.Mean - outside.Mean) / σ;
        if (inside.SampleVariance is not double insideVariance || outside.SampleVariance is not double outsideVariance)
            return Interval.WithoutEnds(difference, Method, "one side has a single row", confidence);

        double a = insideVariance / inside.Count, b = outsideVariance / outside.Count;
        if (a + b == 0)
            return Interval.WithoutEnds(difference, Method, "neither side varies", confidence);
        double degrees = (a + b) * (a + b) / (a * a / (inside.Count - 1) + b * b / (outside.Count - 1));
        double reach = StudentT.TwoSidedQuantile(confidence, degrees) * Math.Sqrt(a + b) / σ;
        return new Interval(difference, difference - reach, difference + reach, confidence, Method);
    }
}
