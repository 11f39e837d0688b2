namespace MlMaths.Torch.Data;

/// <summary>
/// Distances among some rows, D(a, b) = √( 1/d Σⱼ (zₐⱼ − z_bⱼ)² ). Pairs within a reach are found without comparing all: the means
/// of two rows over their columns lie no further apart than the rows, |m(zₐ) − m(z_b)| ≤ D(a, b), so rows are sorted by their mean
/// and only those with near means are compared.
/// </summary>
internal sealed class NearTwinSearch
{
    private const double MaxCompared = 4e8;

    private readonly Dataset _scaled;
    private readonly int[] _rows;
    private readonly double[] _means;

    public NearTwinSearch(Dataset scaled, IReadOnlyList<int> rows)
    {
        _scaled = scaled;
        _rows = [.. rows];
        _means = [.. rows.Select(row => Mean(scaled.Row(row)))];
        Array.Sort(_means, _rows);
    }

    /// <summary>So many of the rows, evenly spread over the order of their means.</summary>
    public IEnumerable<int> Probes(int most)
    {
        int stride = (_rows.Length + most - 1) / most;
        return _rows.Where((_, place) => place % stride == stride / 2);
    }

    /// <summary>Distances of the k nearest others, ascending.</summary>
    public double[] Nearest(int row, int k)
    {
        double[] nearest = new double[k];
        Array.Fill(nearest, double.PositiveInfinity);
        foreach (int other in _rows)
        {
            double squares = other == row ? double.PositiveInfinity : Squares(row, other, nearest[^1]);
            if (squares >= nearest[^1]) continue;
            int at = k - 1;
            for (; at > 0 && nearest[at - 1] > squares; at--)
                nearest[at] = nearest[at - 1];
            nearest[at] = squares;
        }

        return Array.ConvertAll(nearest, squares => Math.Sqrt(squares / _scaled.Columns));
    }

    /// <summary>
    /// Pairs within the reach, and for how many rows they were looked for: in a table with too many near means, every
    /// s-th.
    /// </summary>
    public (IReadOnlyList<NearPair> Pairs, int Looked) Within(double reach)
    {
        int stride = (int)Math.Ceiling(Math.Max(1, Candidates(reach) * _scaled.Columns / MaxCompared));
        double most = reach * reach * _scaled.Columns;
        HashSet<(int, int)> seen = [];
        List<NearPair> pairs = [];
        int looked = 0;
        for (int place = 0; place < _rows.Length; place += stride, looked++)
        {
            // Every pair is met from its lower place; where only some rows are looked at, from both.
            for (int other = place + 1; other < _rows.Length && _means[other] <= _means[place] + reach; other++)
                Meet(place, other);
            for (int other = place - 1; stride > 1 && other >= 0 && _means[other] >= _means[place] - reach; other--)
                Meet(place, other);
        }

        return ([.. pairs.OrderBy(pair => pair.Row).ThenBy(pair => pair.Other)], looked);

        void Meet(int place, int other)
        {
            double squares = Squares(_rows[place], _rows[other], most);
            (int row, int before) = (Math.Max(_rows[place], _rows[other]), Math.Min(_rows[place], _rows[other]));
            if (squares <= most && seen.Add((row, before)))
                pairs.Add(new(row, before, Math.Sqrt(squares / _scaled.Columns)));
        }
    }

    private double Candidates(double reach)
    {
        double candidates = 0;
        for (int place = 0, end = 0; place < _means.Length; place++)
        {
            while (end < _means.Length && _means[end] <= _means[place] + reach)
                end++;
            candidates += end - place - 1;
        }

        return candidates;
    }

    /// <summary>Σ (zₐⱼ − z_bⱼ)², given up once it is more than asked for.</summary>
    private double Squares(int row, int other, double most)
    {
        ReadOnlySpan<double> a = _scaled.Row(row), b = _scaled.Row(other);
        double squares = 0;
        for (int j = 0; j < a.Length && squares <= most; j++)
            squares += (a[j] - b[j]) * (a[j] - b[j]);
        return squares;
    }

    private static double Mean(ReadOnlySpan<double> row)
    {
        double sum = 0;
        foreach (double z in row)
            sum += z / row.Length;
        return sum;
    }
}
