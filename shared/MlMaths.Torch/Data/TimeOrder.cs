namespace MlMaths.Torch.Data;

/// <summary>Rows from the past to the future, and the places where the order may be cut: never between rows of one time.</summary>
internal sealed class TimeOrder
{
    private readonly IReadOnlyList<double> _times;
    private readonly int[] _rows;
    private readonly int[] _cuts;

    public TimeOrder(Dataset dataset)
    {
        _times = dataset.Time?.OfRow ?? throw new ArgumentException($"{dataset.Name} was read without times.", nameof(dataset));
        _rows = [.. Enumerable.Range(0, _times.Count).OrderBy(row => _times[row])];
        _cuts = [.. Enumerable.Range(1, Math.Max(_rows.Length - 1, 0)).Where(place => _times[_rows[place - 1]] < _times[_rows[place]])];
    }

    /// <summary>Distinct times.</summary>
    public int Moments => _cuts.Length + 1;

    /// <summary>For each share of the rows the nearest cut, so that one stays for each of the others.</summary>
    public int[] CutsAt(IReadOnlyList<double> shares)
    {
        int[] chosen = new int[shares.Count];
        for (int i = 0, from = 0; i < chosen.Length; i++)
        {
            int until = _cuts.Length - (chosen.Length - 1 - i);
            int nearest = Enumerable.Range(from, until - from).MinBy(cut => Math.Abs(_cuts[cut] - shares[i] * _rows.Length));
            (chosen[i], from) = (_cuts[nearest], nearest + 1);
        }

        return chosen;
    }

    /// <summary>
    /// The rows between two places, ascending, without those less than a gap before the time at which the next part
    /// starts.
    /// </summary>
    public int[] Between(int from, int until, double gap = 0)
    {
        double last = gap > 0 && until < _rows.Length ? _times[_rows[until]] - gap : double.PositiveInfinity;
        return [.. _rows[from..until].Where(row => _times[row] <= last).Order()];
    }
}
