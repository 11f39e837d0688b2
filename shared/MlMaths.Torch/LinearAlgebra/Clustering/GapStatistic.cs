using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How much better k centres fit the data than they fit rows without clusters (R. Tibshirani, G. Walther, T. Hastie, 2001,
/// Journal of the Royal Statistical Society B 63:411–423).
///
/// <code>
/// Gap(k) = 1/B Σ_b ln W*_kb − ln W_k         W_k the inertia of the data, W*_kb that of the b-th reference
/// s_k    = sd_k √(1 + 1/B)                   sd_k of the B values ln W*_kb, divided by B
/// k̂      = the smallest k with Gap(k) ≥ Gap(k + 1) − s_(k+1), from k = 1 on: it can say "one"
/// </code>
/// Where k clusters lie in groups of groups, the rule above may stop too early; the widest gap of all does not.
/// </summary>
/// <param name="Reference">What the references look like.</param>
/// <param name="Gaps">Gap(1) … Gap(K).</param>
/// <param name="Errors">s₁ … s_K.</param>
/// <param name="K">k̂; null where every further cluster still helps.</param>
public sealed record GapStatistic(
    StructurelessReference Reference, IReadOnlyList<double> Gaps, IReadOnlyList<double> Errors, int? K)
{
    /// <summary>B: references that are drawn.</summary>
    public const int DefaultReferences = 20;

    internal const int RestartsOfData = 10, RestartsOfReference = 3;

    /// <summary>Clusters X [n, d] and B references with 1 … K centres.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="maxK">K, at most n.</param>
    /// <param name="reference">What the references look like.</param>
    /// <param name="seed">Same seed, same gaps.</param>
    /// <param name="references">B.</param>
    public static GapStatistic Fit(Tensor X, int maxK, StructurelessReference reference, int seed, int references = DefaultReferences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxK, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(references, 2);
        CentredRows rows = CentredRows.Of(X);
        double[] inertias = [.. Enumerable.Range(1, maxK).Select(k => KMeans.Fit(rows, k, seed, RestartsOfData).Inertia)];
        return Over([reference], rows, inertias, references, seed)[0];
    }

    /// <summary>Over several references, from the inertias W₁ … W_K of the rows.</summary>
    internal static GapStatistic[] Over(
        IReadOnlyList<StructurelessReference> kinds, CentredRows rows, IReadOnlyList<double> inertias, int references, int seed)
    {
        StructurelessRows structureless = new(rows);
        SplitMix64 chance = new(seed, DrawnFor.Worlds);
        double[] logInertias = [.. inertias.Select(inertia => Math.Log(inertia))];
        GapStatistic[] gaps = new GapStatistic[kinds.Count];
        for (int kind = 0; kind < gaps.Length; kind++)
        {
            double[][] drawn = new double[references][];
            for (int b = 0; b < references; b++)
                drawn[b] = LogInertias(structureless.Draw(kinds[kind], ref chance), inertias.Count, seed, RestartsOfReference);
            gaps[kind] = From(kinds[kind], logInertias, drawn);
        }
        return gaps;
    }

    /// <param name="reference">What the references look like.</param>
    /// <param name="logInertias">ln W_k of the data.</param>
    /// <param name="drawn">ln W*_kb, [B][K].</param>
    internal static GapStatistic From(
        StructurelessReference reference, IReadOnlyList<double> logInertias, IReadOnlyList<IReadOnlyList<double>> drawn)
    {
        int most = logInertias.Count;
        Moments[] moments = [.. Enumerable.Range(0, most).Select(k => Moments.Of([.. drawn.Select(values => values[k])]))];
        double[] gaps = [.. moments.Select((moment, k) => moment.Mean - logInertias[k])];
        double[] errors = [.. moments.Select(moment => moment.PopulationDeviation * Math.Sqrt(1 + 1.0 / drawn.Count))];
        int? first = Enumerable.Range(1, most - 1).Where(k => gaps[k - 1] >= gaps[k] - errors[k]).Select(k => (int?)k).FirstOrDefault();
        return new GapStatistic(reference, gaps, errors, first);
    }

    private static double[] LogInertias(CentredRows rows, int maxK, int seed, int restarts) =>
        [.. Enumerable.Range(1, maxK).Select(k => Math.Log(KMeans.Fit(rows, k, seed, restarts).Inertia))];
}
