using System.Runtime.CompilerServices;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>The rows stay where they are, and all centres of all restarts pass by: one trip through the memory per step.</summary>
internal sealed unsafe class SimdCentreSearch : ICentreSearch
{
    private readonly CentredRows _rows;
    private readonly RowPanels _panels;
    private readonly double[][] _nearest;
    private readonly int[][] _labels;
    private readonly int _d;

    public SimdCentreSearch(CentredRows rows, int restarts)
    {
        _rows = rows;
        _panels = new RowPanels(rows);
        _d = rows.Columns;
        _nearest = new double[restarts][];
        _labels = new int[restarts][];
        for (int r = 0; r < restarts; r++)
        {
            _nearest[r] = new double[rows.Count];
            _nearest[r].AsSpan().Fill(double.PositiveInfinity);
            _labels[r] = new int[rows.Count];
            _labels[r].AsSpan().Fill(-1);
        }
    }

    public ReadOnlySpan<double> Nearest(int restart) => _nearest[restart];

    public int[] Labels(int restart) => _labels[restart];

    public double[] Potentials(double[] candidates, int restarts)
    {
        int m = candidates.Length / _d;
        Centres centres = new(candidates, m, _d);
        double[][] parts = new double[_panels.Chunks][];
        _panels.ForEachChunk(Products(m), chunk => parts[chunk] = PotentialsOf(chunk, centres, m / restarts));

        double[] potentials = new double[m];
        foreach (double[] part in parts)
            RowArithmetic.AddTo(potentials, part);
        return potentials;
    }

    public void Lower(double[] centres, int restarts)
    {
        Centres chosen = new(centres, restarts, _d);
        _panels.ForEachChunk(Products(restarts), chunk => LowerIn(chunk, chosen));
    }

    public CentreSums[] Assign(double[] centres, int k, IReadOnlyList<int> restarts)
    {
        Centres packed = new(centres, restarts.Count * k, _d);
        CentreSums[][] parts = new CentreSums[_panels.Chunks][];
        _panels.ForEachChunk(Products(packed.Count), chunk => parts[chunk] = AssignIn(chunk, packed, k, restarts));

        CentreSums[] sums = parts[0];
        foreach (CentreSums[] part in parts.Skip(1))
        {
            for (int r = 0; r < sums.Length; r++)
                sums[r].Add(part[r]);
        }
        return sums;
    }

    public void Dispose() { }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] PotentialsOf(int chunk, Centres centres, int perRestart)
    {
        double[] potentials = new double[centres.Count];
        double[] scores = new double[centres.Padded * CentreProducts.Width];
        (int from, int to) = _panels.Panels(chunk);
        for (int panel = from; panel < to; panel++)
        {
            Score(panel, centres, scores);
            int first = panel * CentreProducts.Width, rows = Math.Min(CentreProducts.Width, _rows.Count - first);
            for (int c = 0; c < centres.Count; c++)
            {
                double[] nearest = _nearest[c / perRestart];
                double sum = 0;
                for (int i = 0; i < rows; i++)
                    sum += Math.Min(nearest[first + i], Squared(first + i, scores[c * CentreProducts.Width + i]));
                potentials[c] += sum;
            }
        }
        return potentials;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LowerIn(int chunk, Centres centres)
    {
        double[] scores = new double[centres.Padded * CentreProducts.Width];
        (int from, int to) = _panels.Panels(chunk);
        for (int panel = from; panel < to; panel++)
        {
            Score(panel, centres, scores);
            int first = panel * CentreProducts.Width, rows = Math.Min(CentreProducts.Width, _rows.Count - first);
            for (int r = 0; r < centres.Count; r++)
            {
                double[] nearest = _nearest[r];
                for (int i = 0; i < rows; i++)
                    nearest[first + i] = Math.Min(nearest[first + i], Squared(first + i, scores[r * CentreProducts.Width + i]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private CentreSums[] AssignIn(int chunk, Centres centres, int k, IReadOnlyList<int> restarts)
    {
        CentreSums[] sums = [.. restarts.Select(_ => new CentreSums(k, _d))];
        double[] scores = new double[centres.Padded * CentreProducts.Width];
        double* least = stackalloc double[CentreProducts.Width], which = stackalloc double[CentreProducts.Width];
        (int from, int to) = _panels.Panels(chunk);
        for (int panel = from; panel < to; panel++)
        {
            Score(panel, centres, scores);
            int first = panel * CentreProducts.Width, rows = Math.Min(CentreProducts.Width, _rows.Count - first);
            for (int r = 0; r < sums.Length; r++)
            {
                fixed (double* start = &scores[r * k * CentreProducts.Width])
                    CentreProducts.Least(start, k, least, which);
                Collect(sums[r], _labels[restarts[r]], first, rows, least, which);
            }
        }
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(CentreSums sums, int[] labels, int first, int rows, double* least, double* which)
    {
        for (int i = 0; i < rows; i++)
        {
            int row = first + i, label = (int)which[i];
            if (labels[row] != label) sums.Moved++;
            labels[row] = label;
            sums.Sizes[label]++;
            sums.Inertia += Squared(row, least[i]);
            RowArithmetic.AddTo(sums.Sums.AsSpan(label * _d, _d), _rows.Row(row));
        }
    }

    private void Score(int panel, Centres centres, double[] scores)
    {
        fixed (double* x = &_panels.Values[(long)panel * CentreProducts.Width * _d], c = centres.Values, h = centres.HalfNorms, s = scores)
            CentreProducts.Score(x, c, h, centres.Padded, _d, s);
    }

    // Rounding may leave a hair less than nothing between a row and itself.
    private double Squared(int row, double score) => Math.Max(0, _panels.SquaredNorms[row] + 2 * score);

    private long Products(int centres) => (long)_rows.Count * _d * centres;

    /// <summary>Centres with room up to a multiple of four, and ½‖c‖² of each.</summary>
    private sealed class Centres
    {
        public Centres(double[] centres, int count, int columns)
        {
            Count = count;
            Padded = CentreProducts.Padded(count);
            Values = new double[Padded * columns];
            centres.AsSpan(0, count * columns).CopyTo(Values);
            HalfNorms = new double[Padded];
            for (int c = 0; c < count; c++)
                HalfNorms[c] = RowArithmetic.Dot(Values.AsSpan(c * columns, columns), Values.AsSpan(c * columns, columns)) / 2;
        }

        public int Count { get; }

        public int Padded { get; }

        public double[] Values { get; }

        public double[] HalfNorms { get; }
    }
}
