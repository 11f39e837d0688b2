namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Where the curve of inertia bends most: the point furthest below the straight line from its first to its last point,
/// both axes stretched to 0 … 1 (V. Satopää, J. Albrecht, D. Irwin, B. Raghavan, 2011, "Finding a kneedle in a haystack").
///
/// <code>
/// x_k = (k − 1) / (K − 1)        y_k = (W_k − W_K) / (W₁ − W_K)        k̂ = argmax 1 − x_k − y_k
/// </code>
/// It cannot say "one", and the answer moves with K: a habit of the eye made exact, not a test.
/// </summary>
/// <param name="K">k̂; null where the curve has no bend.</param>
/// <param name="Depth">1 − x − y at k̂: 0 for a straight line, near 1 for a sharp corner.</param>
public sealed record ElbowKnee(int? K, double Depth)
{
    /// <summary>Looks at the inertias of k = 1 … K, which fall.</summary>
    public static ElbowKnee Of(IReadOnlyList<double> inertias)
    {
        Finite.Checked(inertias);
        double fall = inertias.Count < 3 ? 0 : inertias[0] - inertias[^1];
        if (!(fall > 0)) return new ElbowKnee(null, 0);

        double[] depths =
        [
            .. inertias.Select((inertia, i) => 1 - (double)i / (inertias.Count - 1) - (inertia - inertias[^1]) / fall),
        ];
        int best = Enumerable.Range(0, depths.Length).MaxBy(i => depths[i]);
        // Rounding alone may leave a hair of depth on a straight line.
        return depths[best] > 1e-12 ? new ElbowKnee(best + 1, depths[best]) : new ElbowKnee(null, 0);
    }
}
