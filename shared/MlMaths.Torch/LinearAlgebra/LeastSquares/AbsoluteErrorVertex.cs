namespace MlMaths.Torch.LinearAlgebra;

/// <summary>A corner of Σ|rᵢ|, where p rows have no residual; the letters are those of <see cref="LeastAbsoluteDeviations"/>.</summary>
internal sealed class AbsoluteErrorVertex
{
    // Rounding adds up from exchange to exchange; and of few columns a factorisation costs nothing.
    private const int MostExchanged = 40, FewColumns = 30;

    private readonly double[][] _rows;
    private readonly double[] _y, _r;
    private readonly int[] _basis;
    private readonly bool[] _isBasic;
    // g, the sum of sign(rᵢ)aᵢ over the rows that are not in B.
    private readonly double[] _g;
    private double[][] _inverse;
    private double[] _pulls = [];
    private int _hardest, _exchanged;

    /// <param name="rows">aᵢ, each with its leading 1.</param>
    /// <param name="y">Targets.</param>
    /// <param name="near">Residuals of a fit nearby: the smallest are tried first.</param>
    public AbsoluteErrorVertex(double[][] rows, double[] y, double[] near)
    {
        (_rows, _y, _r, _g, _isBasic) = (rows, y, new double[y.Length], new double[rows[0].Length], new bool[y.Length]);
        _basis = Independent(rows, [.. Enumerable.Range(0, y.Length).OrderBy(i => Math.Abs(near[i]))]);
        foreach (int row in _basis) _isBasic[row] = true;
        _inverse = InverseOfBasis();
        Settle();
    }

    public IReadOnlyList<int> Passing => [.. _basis];

    public double LargestPull => Math.Abs(_pulls[_hardest]);

    /// <summary>θ of the same rows with other targets.</summary>
    public double[] WeightsFor(double[] y) => [.. _inverse.Select(line => line.Zip(_basis, (cell, row) => cell * y[row]).Sum())];

    /// <summary>Lets the row with the hardest pull go, up to the row at which the slope turns; false where none is met.</summary>
    public bool TrySlide()
    {
        double towards = -Math.Sign(_pulls[_hardest]);
        double[] d = [.. _inverse.Select(line => towards * line[_hardest])];
        double[] c = Array.ConvertAll(_rows, row => RowArithmetic.DotInLanes(row, d));
        double least = 1e-11 * c.Max(Math.Abs);
        int[] met = [.. Enumerable.Range(0, c.Length).Where(i => !_isBasic[i] && Math.Abs(c[i]) > least && _r[i] / c[i] >= 0)];
        Array.Sort(Array.ConvertAll(met, i => _r[i] / c[i]), met);
        double slope = 1 - LargestPull;
        foreach (int row in met)
        {
            slope += 2 * Math.Abs(c[row]);
            if (slope < 0) continue;
            _isBasic[_basis[_hardest]] = false;
            _basis[_hardest] = row;
            _isBasic[row] = true;
            if (_exchanged + 1 < MostExchanged && _basis.Length > FewColumns)
            {
                Exchange(_hardest, _rows[row]);
                Move(_r[row] / c[row], c, row);
            }
            else
            {
                Refactor();
            }

            return true;
        }

        return false;
    }

    /// <summary>Whether the inverse was made of the rows themselves, and not of the one before.</summary>
    public bool IsFactored => _exchanged == 0;

    /// <summary>Makes it so.</summary>
    public void Refactor()
    {
        (_inverse, _exchanged) = (InverseOfBasis(), 0);
        Settle();
    }

    // Row j of A_B becomes aᵀ:  v = A_B⁻ᵀa,  column j of the inverse is divided by vⱼ, then vₖ of it taken off each other column:
    // p² operations, where another factorisation takes p³.
    private void Exchange(int j, double[] a)
    {
        double[] v = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            RowArithmetic.AddTo(v, _inverse[i], a[i]);
        foreach (double[] line in _inverse)
        {
            double u = line[j] / v[j];
            RowArithmetic.AddTo(line, v, -u);
            line[j] = u;
        }

        _exchanged++;
    }

    private void Settle()
    {
        double[] θ = WeightsFor(_y);
        Array.Clear(_g);
        for (int i = 0; i < _y.Length; i++)
        {
            _r[i] = _isBasic[i] ? 0 : _y[i] - Dot(_rows[i], θ);
            RowArithmetic.AddTo(_g, _rows[i], Math.Sign(_r[i]));
        }

        Pull();
    }

    // The same after θ + td, where the row that was met is now in B: few signs change, and only their rows change g.
    private void Move(double t, double[] c, int met)
    {
        for (int i = 0; i < _r.Length; i++)
        {
            if (_isBasic[i] && i != met) continue;
            int before = Math.Sign(_r[i]);
            _r[i] = i == met ? 0 : _r[i] - t * c[i];
            int change = Math.Sign(_r[i]) - before;
            if (change != 0) RowArithmetic.AddTo(_g, _rows[i], change);
        }

        Pull();
    }

    // A_Bᵀs = −g  ⇒  s = −A_B⁻ᵀg
    private void Pull()
    {
        _pulls = new double[_g.Length];
        for (int j = 0; j < _g.Length; j++)
            RowArithmetic.AddTo(_pulls, _inverse[j], -_g[j]);
        _hardest = Array.IndexOf(_pulls, _pulls.MaxBy(Math.Abs));
    }

    // Columns of the transposed rows, the nearest first: those that the ones before do not already span.
    private static int[] Independent(double[][] rows, int[] order)
    {
        int p = rows[0].Length;
        var spanned = new HouseholderQr(p);
        int[] near = [.. order.Where(row => spanned.TryAdd(rows[row], 1e-7))];
        return near.Length == p ? near : Apart(rows, p);
    }

    // Where columns nearly repeat each other, the nearest rows are too much alike: each time the row of which most is left.
    private static int[] Apart(double[][] rows, int p)
    {
        double[][] left = [.. rows.Select(row => (double[])row.Clone())];
        int[] chosen = new int[p];
        for (int step = 0; step < p; step++)
        {
            int farthest = chosen[step] = Enumerable.Range(0, rows.Length).MaxBy(row => Dot(left[row], left[row]));
            double length = Math.Sqrt(Dot(left[farthest], left[farthest]));
            double[] direction = Array.ConvertAll(left[farthest], cell => cell / length);
            foreach (double[] row in left)
            {
                double along = Dot(row, direction);
                for (int k = 0; k < p; k++)
                    row[k] -= along * direction[k];
            }

            Array.Clear(left[farthest]);
        }

        return chosen;
    }

    private double[][] InverseOfBasis()
    {
        int p = _basis.Length;
        // Rows were taken that differ, and columns that are not combinations of others: what little is left of one is no rounding.
        var qr = new HouseholderQr(p);
        double[][] columns = [.. Enumerable.Range(0, p).Select(k => Array.ConvertAll(_basis, row => _rows[row][k]))];
        _ = qr.TryAddEach(columns, _ => 0).Count();
        return qr.Inverse();
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
