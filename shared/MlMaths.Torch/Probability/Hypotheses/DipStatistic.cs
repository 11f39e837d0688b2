namespace MlMaths.Torch.Probability;

/// <summary>
/// How far a sample is from having one mode (J. A. Hartigan, P. M. Hartigan, 1985, Annals of Statistics 13:70–84).
///
/// <code>
/// D = min over unimodal G of max |Fₙ(x) − G(x)|     Fₙ the share of values up to x
///                                                   G convex up to its mode, concave from there on
/// </code>
/// By P. M. Hartigan (1985, Applied Statistics 34:320–325), in heights 0 … n: on low … high, which holds the mode, the
/// greatest convex minorant of Fₙ and the least concave majorant lie farthest apart, by d, at some value. From there outwards
/// both are taken for G, and D is at least half of what Fₙ strays from them; the search goes on within, while d can still
/// raise it. At least 1/2n, as Fₙ is a staircase; at most ¼.
/// </summary>
internal sealed class DipStatistic
{
    private readonly double[] _x;
    private readonly int[] _below, _above;
    private readonly List<int> _minorant = [], _majorant = [];

    private DipStatistic(double[] sorted)
    {
        _x = sorted;
        _below = Hull(sorted.Length, 1);
        _above = Hull(sorted.Length, -1);
    }

    /// <summary>D of finite values, at least one, in ascending order.</summary>
    public static double Of(double[] sorted)
    {
        int n = sorted.Length;
        ArgumentOutOfRangeException.ThrowIfZero(n);
        return n < 4 || sorted[0] == sorted[^1] ? 0.5 / n : new DipStatistic(sorted).Search() / (2 * n);
    }

    /// <summary>
    /// The convex hull from one end: [j] is the vertex before j of the minorant of values up to j (step 1), or after j of the
    /// majorant of values from j on (step −1). Both bend the same way seen from their own end.
    /// </summary>
    private int[] Hull(int n, int step)
    {
        int[] previous = new int[n];
        int start = step > 0 ? 0 : n - 1;
        previous[start] = start;
        for (int j = start + step; j >= 0 && j < n; j += step)
        {
            int p = j - step;
            while (p != start && !IsSteeper(previous[p], p, j)) p = previous[p];
            previous[j] = p;
        }
        return previous;
    }

    // Height per width rises from a–b to b–c; with products, as widths may be 0.
    private bool IsSteeper(int a, int b, int c) =>
        (_x[c] - _x[b]) * (b - a) < (_x[b] - _x[a]) * (c - b);

    private double Search()
    {
        int low = 0, high = _x.Length - 1;
        double dip = 1;
        while (true)
        {
            Vertices(low, high);
            (double apart, int below, int above) = Farthest();
            if (apart < dip) return dip;

            dip = Math.Max(dip, Math.Max(StrayLeft(below), StrayRight(above)));
            if (_minorant[below] == low && _majorant[above] == high) return dip;
            (low, high) = (_minorant[below], _majorant[above]);
        }
    }

    private void Vertices(int low, int high)
    {
        _minorant.Clear();
        _majorant.Clear();
        for (int j = high; j > low; j = _below[j]) _minorant.Add(j);
        for (int j = low; j < high; j = _above[j]) _majorant.Add(j);
        _minorant.Add(low);
        _majorant.Add(high);
        _minorant.Reverse();
    }

    /// <summary>d, and the vertices of minorant and majorant between which it was found: the mode lies between these.</summary>
    private (double Apart, int Below, int Above) Farthest()
    {
        if (_minorant.Count == 2 && _majorant.Count == 2) return (1, 0, 1);
        double apart = 0;
        int below = 0, above = 1, g = 1, l = 1;
        // Whichever next vertex comes first is measured against the other curve.
        while (true)
        {
            if (_minorant[g] > _majorant[l])
            {
                int left = _minorant[g - 1], at = _majorant[l];
                double d = at - left + 1 - Rise(left, _minorant[g], at);
                if (d >= apart) (apart, below, above) = (d, g - 1, l);
                l++;
            }
            else
            {
                int left = _majorant[l - 1], at = _minorant[g];
                double d = Rise(left, _majorant[l], at) - (at - left - 1);
                if (d >= apart) (apart, below, above) = (d, g, l);
                g++;
            }
            g = Math.Min(g, _minorant.Count - 1);
            l = Math.Min(l, _majorant.Count - 1);
            if (_minorant[g] == _majorant[l]) return (apart, below, above);
        }
    }

    // How far the chord from a to b has risen at x.
    private double Rise(int a, int b, int at) => (_x[at] - _x[a]) * (b - a) / (_x[b] - _x[a]);

    private double StrayLeft(int below)
    {
        double most = 0;
        for (int g = 1; g <= below; g++)
        {
            int a = _minorant[g - 1], b = _minorant[g];
            most = Math.Max(most, 1);
            if (_x[a] == _x[b]) continue;
            for (int j = a; j <= b; j++) most = Math.Max(most, j - a + 1 - Rise(a, b, j));
        }
        return most;
    }

    private double StrayRight(int above)
    {
        double most = 0;
        for (int l = above + 1; l < _majorant.Count; l++)
        {
            int a = _majorant[l - 1], b = _majorant[l];
            most = Math.Max(most, 1);
            if (_x[a] == _x[b]) continue;
            for (int j = a; j <= b; j++) most = Math.Max(most, Rise(a, b, j) - (j - a - 1));
        }
        return most;
    }
}
