using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Lloyd's iteration (S. P. Lloyd, 1957; IEEE Transactions on Information Theory 28:129–137, 1982), all restarts side by
/// side; one that has arrived takes no further part.
///
/// <code>
/// labelᵢ ← argmin_c ‖xᵢ − c‖²        c ← mean of its rows        neither step can raise Σᵢ ‖xᵢ − c(i)‖²
/// </code>
/// A centre that lost all its rows takes the row that is furthest from its own centre.
/// </summary>
internal sealed class Lloyd
{
    // A restart whose centres move by less than this share of the variance will hardly overtake another.
    private const double NearlyArrived = 1e-4;

    // A misplaced centre costs per cents. Without clusters there is always another optimum a hair lower: not worth the way.
    private const double WorthSwapping = 1e-3;

    // A swap that helps shows it at once.
    private const int EnoughToTell = 20, MaxSwaps = 10;

    private readonly CentredRows _rows;
    private readonly ICentreSearch _search;
    private readonly int _k, _most;
    private readonly double _variance;

    public Lloyd(CentredRows rows, ICentreSearch search, int k, int maxIterations)
    {
        (_rows, _search, _k, _most) = (rows, search, k, maxIterations);
        _variance = RowArithmetic.Dot(rows.Values, rows.Values) / rows.Values.LongLength;
    }

    /// <summary>Iterates every start, centres [k, d], until it has nearly arrived.</summary>
    public IReadOnlyList<LloydRun> Iterate(IReadOnlyList<double[]> starts) => Iterate(starts, _most);

    private LloydRun[] Iterate(IReadOnlyList<double[]> starts, int most)
    {
        LloydRun[] runs = [.. starts.Select((centres, restart) => new LloydRun(restart, centres))];
        Until(runs, run => run.Shift <= NearlyArrived * _variance || run.Iterations >= most);
        return runs;
    }

    /// <summary>Iterates one of them until no row moves.</summary>
    public void Finish(LloydRun run) => Until(new[] { run }.Where(one => one.Moved > 0), _ => false);

    /// <summary>
    /// The better of a run and of what <see cref="CentreSwap"/> makes of it, again while that helps; and the labels, which
    /// the search has forgotten by then.
    /// </summary>
    public (LloydRun Run, int[] Labels) Swap(LloydRun run, int trials, ref SplitMix64 chance)
    {
        int[] labels = _search.Labels(run.Restart).AsSpan().ToArray();
        for (int round = 0; round < MaxSwaps; round++)
        {
            LloydRun swapped = Iterate(CentreSwap.Starts(_rows, run.Centres, labels, trials, ref chance), EnoughToTell)
                .MinBy(one => one.Inertia)!;
            if (swapped.Inertia >= run.Inertia * (1 - WorthSwapping)) break;
            Finish(swapped);
            (run, labels) = (swapped, _search.Labels(swapped.Restart).AsSpan().ToArray());
        }
        return (run, labels);
    }

    private void Until(IEnumerable<LloydRun> runs, Predicate<LloydRun> isEnough)
    {
        LloydRun[] active = [.. runs];
        while (active.Length > 0)
        {
            double[] centres = [.. active.SelectMany(run => run.Centres)];
            CentreSums[] sums = _search.Assign(centres, _k, [.. active.Select(run => run.Restart)]);
            for (int r = 0; r < active.Length; r++)
                Step(active[r], sums[r]);
            active = [.. active.Where(run => run.Moved > 0 && run.Iterations < _most && !isEnough(run))];
        }
    }

    private void Step(LloydRun run, CentreSums sums)
    {
        run.Inertias.Add(sums.Inertia);
        run.Moved = sums.Moved;
        if (sums.Sizes.Contains(0))
            run.Moved += FillEmpty(run, sums);

        int d = _rows.Columns;
        double[] centres = (double[])run.Centres.Clone();
        for (int c = 0; c < _k; c++)
        {
            if (sums.Sizes[c] == 0) continue;
            for (int j = 0; j < d; j++)
                centres[c * d + j] = sums.Sums[c * d + j] / sums.Sizes[c];
        }
        run.Shift = RowArithmetic.SquaredDistance(run.Centres, centres);
        run.Centres = centres;
    }

    private int FillEmpty(LloydRun run, CentreSums sums)
    {
        int d = _rows.Columns;
        int[] labels = _search.Labels(run.Restart);
        int[] empty = [.. Enumerable.Range(0, _k).Where(c => sums.Sizes[c] == 0)];
        int[] farthest =
        [
            .. Enumerable.Range(0, _rows.Count)
                .OrderByDescending(i => RowArithmetic.SquaredDistance(_rows.Row(i), run.Centres.AsSpan(labels[i] * d, d)))
                .Take(empty.Length),
        ];
        foreach ((int c, int row) in empty.Zip(farthest))
        {
            int from = labels[row];
            if (sums.Sizes[from] == 1) continue;
            RowArithmetic.AddTo(sums.Sums.AsSpan(from * d, d), _rows.Row(row), -1);
            sums.Sizes[from]--;
            _rows.Row(row).CopyTo(sums.Sums.AsSpan(c * d, d));
            sums.Sizes[c] = 1;
        }
        return empty.Length;
    }
}

/// <summary>One restart on its way.</summary>
internal sealed class LloydRun(int restart, double[] centres)
{
    public int Restart { get; } = restart;

    /// <summary>[k, d]</summary>
    public double[] Centres { get; set; } = centres;

    /// <summary>Σ‖x − c‖² of each assignment; never rises.</summary>
    public List<double> Inertias { get; } = [];

    public double Inertia => Inertias[^1];

    public int Iterations => Inertias.Count;

    /// <summary>Σ over the centres of how far, squared, the last step moved them.</summary>
    public double Shift { get; set; } = double.PositiveInfinity;

    /// <summary>Rows that the last assignment gave to another centre.</summary>
    public int Moved { get; set; } = int.MaxValue;
}
