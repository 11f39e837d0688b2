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
    private double[][] _inverse;
    private double[] _pulls = [];
    private int _hardest, _exchanged;

    /// <param name="rows">aᵢ, each with its leading 1.</param>
    /// <param name="y">Targets.</param>
    /// <param name="near">Residuals of a fit nearby: the smallest are tried first.</param>
    public AbsoluteErrorVertex(double[][] rows, double[] y, double[] near)
    {
        (_rows, _y, _r, _isBasic) = (rows, y, new double[y.Length], new bool[y.Length]);
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
        double[] c = [.. _rows.Select(row => Dot(row, d))];
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
                Exchange(_hardest, _rows[row]);
            else
                Factor();
            Settle();
            return true;
        }

        return false;
    }

    /// <summary>Whether the inverse was made of the rows themselves, and not of the one before.</summary>
    public bool IsFactored => _exchanged == 0;

    /// <summary>Makes it so.</summary>
    public void Refactor()
    {
        Factor();
        Settle();
    }

    private void Factor() => (_inverse, _exchanged) = (InverseOfBasis(), 0);

    // Row j of A_B becomes aᵀ:  v = A_B⁻ᵀa,  column j of the inverse is divided by vⱼ, then vₖ of it taken off each other column:
    // p² operations, where another factorisation takes p³.
    private void Exchange(int j, double[] a)
    {
        double[] v = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            for (int k = 0; k < a.Length; k++)
                v[k] += a[i] * _inverse[i][k];
        }

        foreach (double[] line in _inverse)
        {
            double u = line[j] / v[j];
            for (int k = 0; k < line.Length; k++)
                line[k] -= u * v[k];
            line[j] = u;
        }

        _exchanged++;
    }

    private void Settle()
    {
        double[] θ = WeightsFor(_y), g = new double[θ.Length];
        for (int i = 0; i < _y.Length; i++)
        {
            _r[i] = _isBasic[i] ? 0 : _y[i] - Dot(_rows[i], θ);
            int sign = Math.Sign(_r[i]);
            for (int k = 0; k < g.Length; k++)
                g[k] += sign * _rows[i][k];
        }

        // A_Bᵀs = −g  ⇒  s = −A_B⁻ᵀg
        _pulls = [.. Enumerable.Range(0, g.Length).Select(k => -_inverse.Select((line, j) => line[k] * g[j]).Sum())];
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
        for (int k = 0; k < p; k++)
            qr.TryAdd([.. _basis.Select(row => _rows[row][k])]);
        double[][] inverse = [.. Enumerable.Range(0, p).Select(_ => new double[p])];
        for (int k = 0; k < p; k++)
        {
            double[] unit = new double[p];
            unit[k] = 1;
            foreach ((int j, double cell) in qr.Solve(unit).Index())
                inverse[j][k] = cell;
        }

        return inverse;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
