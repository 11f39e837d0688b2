namespace MlMaths.Torch.Data;

/// <summary>A held-out row that is almost a row of a part before it.</summary>
/// <param name="Row">0-based row of the data set, held out.</param>
/// <param name="Part">Where it is: <c>validation</c> or <c>test</c>.</param>
/// <param name="TwinRow">0-based row of the data set: the nearest of the parts before.</param>
/// <param name="TwinPart">Where the twin is: <c>training</c> or <c>validation</c>.</param>
/// <param name="Distance">In deviations of the training rows, per column; 0 where not a number differs.</param>
internal sealed record NearDuplicate(int Row, string Part, int TwinRow, string TwinPart, double Distance);

/// <summary>
/// A leakage check: the same thing measured twice, saved with fewer digits or touched up, is remembered and not predicted,
/// though no number need be equal.
/// <code>
/// z = (x − m) / s of the training rows        D(a, b) = √( 1/d Σⱼ (zₐⱼ − z_bⱼ)² )
/// near:  D ≤ r₀ / 100                          r₀ the median distance of a training row to its nearest one that differs
/// </code>
/// Why a hundredth: among rows that scatter by chance in m dimensions, the nearest is within r with probability
/// 1 − exp(−c rᵐ), a half at r₀. Within r₀/100 that leaves ln 2 · 100⁻ᵐ: 7 rows in 1,000 where the rows fill one dimension,
/// 7 in 100,000 where they fill two, and none to speak of where they fill more.
/// </summary>
/// <param name="Rows">What was found, in order of the parts; exact twins too.</param>
/// <param name="Threshold">r₀ / 100; 0 where all training rows are alike.</param>
internal sealed record NearDuplicates(IReadOnlyList<NearDuplicate> Rows, double Threshold)
{
    /// <summary>r₀ divided by the threshold.</summary>
    public const double Nearness = 100;

    private const int MaxProbed = 500;

    /// <summary>Validation rows against training rows, then test rows against both.</summary>
    public static NearDuplicates Across(DataSplit split)
    {
        Dataset scaled = StandardScaler.Fit(split.Training).Transform(split.Training.Whole);
        double threshold = TypicalDistance(scaled, split.Training.Rows) / Nearness;
        List<NearDuplicate> found = [];
        List<(int Row, string Part)> seen = [.. split.Training.Rows.Select(row => (row, split.Training.Name))];
        foreach (HeldOutPart part in new[] { split.Validation, split.Test })
        {
            var before = new NearRows(scaled, seen);
            foreach (int row in part.Rows)
            {
                if (before.Nearest(row, threshold) is (var twin, var twinPart, double distance))
                    found.Add(new(row, part.Name, twin, twinPart, distance));
            }

            seen.AddRange(part.Rows.Select(row => (row, part.Name)));
        }

        return new(found, threshold);
    }

    // A median needs no more than a few hundred rows, spread evenly; each is compared with all.
    private static double TypicalDistance(Dataset scaled, int[] training)
    {
        int stride = (training.Length + MaxProbed - 1) / MaxProbed;
        double[] nearest =
        [
            .. Enumerable.Range(0, training.Length).Where(i => i % stride == 0)
                .Select(i => training.Select(other => NearRows.Distance(scaled, training[i], other))
                    .Where(distance => distance > 0)
                    .DefaultIfEmpty(0).Min())
                .Order(),
        ];
        return nearest.Length == 0 ? 0 : nearest[nearest.Length / 2];
    }
}
