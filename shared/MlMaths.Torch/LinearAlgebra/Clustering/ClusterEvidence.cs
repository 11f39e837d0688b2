namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// All that speaks for or against clusters in a table, measured on the same rows. It decides nothing: what it comes to is for
/// a verdict to say.
/// </summary>
/// <param name="Rows">Rows that were looked at.</param>
/// <param name="Note">That they are a sample; null where all were taken.</param>
/// <param name="Sample">Which rows of the table these are, ascending.</param>
/// <param name="Groups">The groups that lie apart: what a verdict rests on.</param>
/// <param name="Smallest">
/// How far apart two equal groups would have to lie in these rows to be found, in deviations of a group; null where groups were
/// found, or where none up to ten would be.
/// </param>
/// <param name="Inertias">W₁ … W_K.</param>
/// <param name="Silhouettes">Mean silhouette per k, from k = 1, where it is null.</param>
/// <param name="Gaps">The gap statistic over the box and over the principal box.</param>
/// <param name="Elbow">Where the inertias bend.</param>
/// <param name="Stability">Of k-means with as many clusters as groups, or as the silhouette has it where there are none.</param>
/// <param name="BatchAgreement">
/// How well the group of a row tells its batch: 1 where every group is of one batch, about 0 where they are unrelated
/// (<see cref="ClusterPurity"/>); null where no batches are known or no groups were found.
/// </param>
/// <param name="BatchesCentred">
/// The evidence once more, after each known batch was moved onto the common mean, x′ᵢ = xᵢ − mean of its batch; null where
/// no batch is known. Centring takes away what batches truly differ in as well: where a group was measured in one batch
/// alone, no method can tell the two apart.
/// </param>
public sealed record ClusterEvidence(
    int Rows, string? Note, IReadOnlyList<int> Sample, SeparatedGroups Groups, double? Smallest, IReadOnlyList<double> Inertias,
    IReadOnlyList<double?> Silhouettes, IReadOnlyList<GapStatistic> Gaps, ElbowKnee Elbow, PartitionStability Stability,
    double? BatchAgreement, ClusterEvidence? BatchesCentred)
{
    /// <summary>Clusters that are tried.</summary>
    public const int DefaultMaxK = 10;

    /// <summary>Rows above which a sample is looked at: distances of all pairs of them are measured many times.</summary>
    public const int MaxRows = 600;

    private const int PairsOfSamples = 10;

    /// <summary>The k with the highest mean silhouette; it cannot be 1.</summary>
    public int SilhouetteK => Enumerable.Range(2, Silhouettes.Count - 1).MaxBy(k => Silhouettes[k - 1]);

    /// <summary>The k ≥ 2 with the widest gap, the narrower of the two counting.</summary>
    public int WidestGapK => Enumerable.Range(2, Silhouettes.Count - 1).MaxBy(k => Gaps.Min(gap => gap.Gaps[k - 1]));

    /// <summary>Gathers it from X [n, d], n at least 10.</summary>
    /// <param name="X">Rows on any device, in the units in which k-means is to compare them.</param>
    /// <param name="seed">Same seed, same evidence.</param>
    /// <param name="batches">The batch of each row, where one is known.</param>
    /// <param name="maxK">Clusters that are tried, at most a fifth of the rows.</param>
    /// <param name="references">Tables drawn of each kind of structureless rows, for the gap statistic.</param>
    /// <param name="given">
    /// The same rows as the table has them, for the question whether groups lie apart, which judges units by itself; X where null.
    /// </param>
    public static ClusterEvidence Gather(
        Tensor X, int seed, IReadOnlyList<string>? batches = null, int maxK = DefaultMaxK,
        int references = GapStatistic.DefaultReferences, Tensor? given = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxK, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(references, 2);
        if (batches is not null && batches.Count != X.size(0))
            throw new ArgumentException($"X has {X.size(0)} rows and there are {batches.Count} batches.", nameof(batches));
        CentredRows all = CentredRows.Of(X), asGiven = given is null ? all : CentredRows.Of(given);
        int[] kept = RowSample.Of(all.Count, MaxRows, seed);
        string? note = kept.Length < all.Count ? $"from a sample of {kept.Length} of the {all.Count:N0} rows" : null;
        var asked = new Asked(maxK, references, seed, kept, note, batches is null ? null : [.. kept.Select(row => batches[row])]);
        (CentredRows rows, CentredRows table) = (all.Select(kept), asGiven.Select(kept));

        ClusterEvidence evidence = Fit(rows, table, asked);
        return asked.Batches is null
            ? evidence
            : evidence with { BatchesCentred = Fit(Centred(rows, asked.Batches), Centred(table, asked.Batches), asked) };
    }

    private static ClusterEvidence Fit(CentredRows rows, CentredRows table, Asked asked)
    {
        int most = Math.Min(asked.MaxK, rows.Count / 5);
        if (most < 2 || !rows.HasDifferentRows(most + 1))
        {
            throw new UserMistakeException(
                $"Evidence for clusters needs at least 10 rows, {Math.Max(2, most) + 1} of them different: "
                + $"there are {rows.Count} rows. Add rows, or ask for fewer clusters.");
        }

        double[][] given = SeparatedGroups.Rows(table);
        SeparatedGroups groups = SeparatedGroups.Find(given, asked.Seed, Math.Min(most, SeparatedGroups.DefaultMaxK));
        KMeans[] fits = [.. Enumerable.Range(1, most).Select(k => KMeans.Fit(rows, k, asked.Seed, GapStatistic.RestartsOfData))];
        double[] inertias = [.. fits.Select(fit => fit.Inertia)];
        using Tensor X = TensorCopy.Of(rows.Values, [rows.Count, rows.Columns]);
        double?[] silhouettes = Silhouette.MeansOf(X, [.. fits.Select(fit => fit.Labels)]);
        int k = groups.K > 1 ? groups.K : Enumerable.Range(2, most - 1).MaxBy(one => silhouettes[one - 1]);
        return new ClusterEvidence(
            rows.Count, asked.Note, asked.Sample, groups,
            groups.K > 1 ? null : DetectableSeparation.Of(given, asked.Seed), inertias, silhouettes,
            GapStatistic.Over(Enum.GetValues<StructurelessReference>(), rows, inertias, asked.References, asked.Seed),
            ElbowKnee.Of(inertias), PartitionStability.Fit(rows, k, asked.Seed, PairsOfSamples),
            asked.Batches is null || groups.K == 1 ? null : ClusterPurity.Of(groups.Labels, asked.Batches), null);
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

    private sealed record Asked(int MaxK, int References, int Seed, int[] Sample, string? Note, string[]? Batches);
}
