namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// All that speaks for or against clusters in a table, measured on the same rows and the same references. It decides
/// nothing: what it comes to is for a verdict to say.
/// </summary>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Note">That they are a sample; null where all were taken.</param>
/// <param name="Inertias">W₁ … W_K.</param>
/// <param name="Silhouettes">Mean silhouette per k, from k = 1, where it is null.</param>
/// <param name="Gaps">The gap statistic over the box and over the principal box.</param>
/// <param name="Elbow">Where the inertias bend.</param>
/// <param name="Candidates">Every k ≥ 2 that one of the rules proposes, ascending, looked at more closely.</param>
/// <param name="BatchesCentred">
/// The evidence once more, after each known batch was moved onto the common mean, x′ᵢ = xᵢ − mean of its batch; null where
/// no batch is known. Centring takes away what batches truly differ in as well: where a group was measured in one batch
/// alone, no method can tell the two apart.
/// </param>
public sealed record ClusterEvidence(
    int Rows, string? Note, IReadOnlyList<double> Inertias, IReadOnlyList<double?> Silhouettes, IReadOnlyList<GapStatistic> Gaps,
    ElbowKnee Elbow, IReadOnlyList<ClusterCandidate> Candidates, ClusterEvidence? BatchesCentred)
{
    /// <summary>Clusters that are tried.</summary>
    public const int DefaultMaxK = 10;

    /// <summary>Rows above which a sample is looked at: the silhouettes of all references take n² distances each.</summary>
    public const int MaxRows = 600;

    /// <summary>The k with the highest mean silhouette; it cannot be 1.</summary>
    public int SilhouetteK => Enumerable.Range(2, Silhouettes.Count - 1).MaxBy(k => Silhouettes[k - 1]);

    /// <summary>The k ≥ 2 with the widest gap, the narrower of the two counting.</summary>
    public int WidestGapK => Enumerable.Range(2, Silhouettes.Count - 1).MaxBy(NarrowerGap);

    /// <summary>Gathers it from X [n, d], n at least 10; scale the columns first where their units differ.</summary>
    /// <param name="X">Rows on any device.</param>
    /// <param name="seed">Same seed, same evidence.</param>
    /// <param name="batches">The batch of each row, where one is known.</param>
    /// <param name="maxK">Clusters that are tried, at most a fifth of the rows.</param>
    /// <param name="references">Tables drawn of each kind of structureless rows; half of the usual number takes half
    /// the time and sees less.</param>
    public static ClusterEvidence Gather(
        Tensor X, int seed, IReadOnlyList<string>? batches = null, int maxK = DefaultMaxK, int references = GapStatistic.DefaultReferences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxK, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(references, 2);
        if (batches is not null && batches.Count != X.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and there are {batches.Count} batches.", nameof(batches));
        CentredRows all = CentredRows.Of(X);
        int[] kept = RowSample.Of(all.Count, MaxRows, seed);
        string? note = kept.Length < all.Count ? $"from a sample of {kept.Length} of the {all.Count:N0} rows" : null;
        CentredRows rows = note is null ? all : all.Select(kept);
        string[]? known = batches is null ? null : [.. kept.Select(row => batches[row])];

        ClusterEvidence evidence = Fit(rows, maxK, references, seed, note, known);
        return known is null ? evidence : evidence with { BatchesCentred = Fit(Centred(rows, known), maxK, references, seed, note, known) };
    }

    internal double NarrowerGap(int k) => Gaps.Min(gap => gap.Gaps[k - 1]);

    private static ClusterEvidence Fit(CentredRows rows, int maxK, int references, int seed, string? note, string[]? batches)
    {
        int most = Math.Min(maxK, rows.Count / 5);
        if (most < 2 || !rows.HasDifferentRows(most + 1))
        {
            throw new UserMistakeException(
                $"Evidence for clusters needs at least 10 rows, {Math.Max(2, most) + 1} of them different: "
                + $"there are {rows.Count} rows. Add rows, or ask for fewer clusters.");
        }

        var drawn = new MeasuredReferences(rows, most, references, seed);
        ClusterMeasures data = ClusterMeasures.Fit(rows, most, seed, GapStatistic.RestartsOfData);
        double[] inertias = [.. data.Fits.Select(fit => fit.Inertia)];
        ClusterEvidence evidence = new(
            rows.Count, note, inertias, data.Silhouettes,
            [drawn.GapOf(data, StructurelessReference.Box), drawn.GapOf(data, StructurelessReference.PrincipalBox)],
            ElbowKnee.Of(inertias), [], null);

        IEnumerable<int> proposed =
        [
            evidence.WidestGapK, evidence.SilhouetteK, .. evidence.Gaps.Select(gap => gap.K ?? 1),
            evidence.Elbow.K ?? 1,
        ];
        return evidence with
        {
            Candidates = [.. proposed.Where(k => k >= 2).Distinct().Order().Select(k => new ClusterCandidate(
                k, evidence.NarrowerGap(k), drawn.TestsOf(data, k),
                PartitionStability.Fit(rows, k, seed, ClusterCandidate.PairsOfSamples), data.Fits[k - 1].Sizes.Min(),
                batches is null ? null : ClusterPurity.Of(data.Fits[k - 1].Labels, batches)))],
        };
    }

    private static CentredRows Centred(CentredRows rows, string[] batches)
    {
        double[] centred = (double[])rows.Values.Clone();
        int d = rows.Columns;
        foreach (IGrouping<string, int> batch in Enumerable.Range(0, rows.Count).GroupBy(row => batches[row]))
        {
            double[] mean = new double[d];
            int size = batch.Count();
            foreach (int row in batch) RowArithmetic.AddTo(mean, rows.Row(row), 1.0 / size);
            foreach (int row in batch) RowArithmetic.AddTo(centred.AsSpan(row * d, d), mean, -1);
        }
        return CentredRows.Of(centred, rows.Count, d);
    }
}
