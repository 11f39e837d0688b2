namespace MlMaths.Torch.Evaluation;

/// <summary>A column of reference rows, sorted once, to measure distances from. Equal values count together.</summary>
internal sealed class SortedColumn
{
    // Sums of thousands of weights that are equal on paper end this far apart: two columns that agree in all they hold, a level
    // that neither has say, would else be told apart by their last digits, and chance by its own.
    private const double Rounding = 1e-12;

    private readonly double[] _sorted;
    private readonly int[] _rows;
    private readonly bool[] _isLastOfValue;

    public SortedColumn(string name, double[] values)
    {
        Name = name;
        _sorted = [.. values];
        _rows = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(_sorted, _rows);
        _isLastOfValue = [.. _sorted.Select((value, place) => place + 1 == _sorted.Length || _sorted[place + 1] != value)];
    }

    public string Name { get; }

    /// <summary>maxₓ |share of window rows ≤ x − weight of reference rows ≤ x|, where the window is made of reference rows.</summary>
    /// <param name="window">How often it holds each reference row.</param>
    /// <param name="weights">Weights of each reference row; they add up to 1.</param>
    public double Distance(int[] window, double[] weights)
    {
        double rows = 0, difference = 0, most = 0;
        foreach (int times in window)
            rows += times;
        for (int place = 0; place < _rows.Length; place++)
        {
            int row = _rows[place];
            difference += window[row] / rows - weights[row];
            if (_isLastOfValue[place]) most = Math.Max(most, Math.Abs(difference));
        }

        return most < Rounding ? 0 : most;
    }

    /// <summary>The same of rows from anywhere.</summary>
    public double DistanceOf(double[] window, double[] weights)
    {
        double[] sorted = [.. window.Order()];
        double below = 0, most = 0;
        for (int place = 0, at = 0; place < _rows.Length || at < sorted.Length;)
        {
            double x = Math.Min(place < _rows.Length ? _sorted[place] : double.PositiveInfinity,
                at < sorted.Length ? sorted[at] : double.PositiveInfinity);
            while (place < _rows.Length && _sorted[place] <= x) below += weights[_rows[place++]];
            while (at < sorted.Length && sorted[at] <= x) at++;
            most = Math.Max(most, Math.Abs((double)at / sorted.Length - below));
        }

        return most < Rounding ? 0 : most;
    }
}
