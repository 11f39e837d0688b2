namespace MlMaths.Torch.Data;

/// <summary>
/// Finds near rows without comparing all: along u = (1, …, 1)/√d two rows lie no further apart than in full,
/// |u·(zₐ − z_b)| ≤ ‖zₐ − z_b‖, so only rows whose places along u are near can be near.
/// </summary>
internal sealed class NearRows
{
    private readonly Dataset _scaled;
    private readonly double[] _places;
    private readonly (int Row, string Part)[] _rows;

    public NearRows(Dataset scaled, IReadOnlyList<(int Row, string Part)> rows)
    {
        _scaled = scaled;
        _rows = [.. rows];
        _places = [.. rows.Select(row => Place(row.Row))];
        Array.Sort(_places, _rows);
    }

    public static double Distance(Dataset scaled, int row, int other)
    {
        ReadOnlySpan<double> a = scaled.Row(row), b = scaled.Row(other);
        double squares = 0;
        for (int j = 0; j < a.Length; j++)
            squares += (a[j] - b[j]) * (a[j] - b[j]);
        return Math.Sqrt(squares / a.Length);
    }

    /// <summary>The nearest row within the threshold; the first of several; null where there is none.</summary>
    public (int Row, string Part, double Distance)? Nearest(int row, double threshold)
    {
        // In the units of Distance a place is ‖·‖/√d; a hair more, so that rounding loses no exact twin.
        double reach = threshold + 1e-9 * (1 + Math.Abs(Place(row)));
        int from = Array.BinarySearch(_places, Place(row) - reach);
        (int Row, string Part, double Distance)? best = null;
        for (int i = from < 0 ? ~from : First(from); i < _places.Length && _places[i] <= Place(row) + reach; i++)
        {
            double distance = Distance(_scaled, row, _rows[i].Row);
            if (distance <= threshold
                && (best is not { } nearest || (distance, _rows[i].Row).CompareTo((nearest.Distance, nearest.Row)) < 0))
            {
                best = (_rows[i].Row, _rows[i].Part, distance);
            }
        }

        return best;
    }

    // A binary search may stop at any of several equal places.
    private int First(int found)
    {
        while (found > 0 && _places[found - 1] == _places[found])
            found--;
        return found;
    }

    // The mean of z: u·z/√d.
    private double Place(int row)
    {
        double sum = 0;
        foreach (double z in _scaled.Row(row))
            sum += z;
        return sum / _scaled.Columns;
    }
}
