using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Rows that are drawn to lie as the data lie, but for clusters: one cloud each. What a method finds in them it would find
/// in anything.
///
/// <code>
/// box             each column uniform between its least and greatest value
/// principal box   the same along the principal axes, turned back            (Tibshirani, Walther, Hastie, 2001)
/// round cloud     z = whitened row, z = (r₁u₁, r₂u₂): lengths r₁, r₂ as they are, directions u₁, u₂ drawn again
/// </code>
/// The round cloud keeps every covariance, tail and hole that depends on the distance from the mean alone: a normal
/// distribution, one with heavy tails, a ring and a sphere are all drawn as themselves. The first part of z holds the axes
/// with more than the mean variance, two at least: a ring within small noise stays a ring.
/// </summary>
internal sealed class StructurelessRows
{
    private readonly CentredRows _rows;
    private readonly PrincipalAxes _axes;
    private readonly (double Low, double High)[] _box, _principalBox;
    private readonly int _leading;

    public StructurelessRows(CentredRows rows)
    {
        _rows = rows;
        _axes = new PrincipalAxes(rows);
        _box = Ranges(rows.Values, rows.Columns);
        _principalBox = Ranges(_axes.Scores, _axes.Count);
        double mean = _axes.Deviations.Average(deviation => deviation * deviation);
        _leading = Math.Min(_axes.Count, Math.Max(2, _axes.Deviations.Count(deviation => deviation * deviation > mean)));
    }

    public CentredRows Draw(StructurelessReference reference, ref SplitMix64 chance) =>
        CentredRows.Of(
            reference switch
            {
                StructurelessReference.Box => Uniform(_box, ref chance),
                StructurelessReference.PrincipalBox => _axes.Rows(Uniform(_principalBox, ref chance)),
                StructurelessReference.RoundCloud => RoundCloud(ref chance),
            },
            _rows.Count, _rows.Columns);

    private double[] RoundCloud(ref SplitMix64 chance)
    {
        int m = _axes.Count;
        double[] scores = new double[_rows.Count * m];
        for (int i = 0; i < _rows.Count; i++)
        {
            Turn(i, 0, _leading, scores, ref chance);
            Turn(i, _leading, m, scores, ref chance);
        }
        return _axes.Rows(scores);
    }

    private void Turn(int row, int from, int to, double[] scores, ref SplitMix64 chance)
    {
        double length = 0, drawn = 0;
        int start = row * _axes.Count;
        for (int j = from; j < to; j++)
        {
            double z = _axes.Scores[start + j] / _axes.Deviations[j], normal = Gaussian(ref chance);
            length += z * z;
            drawn += normal * normal;
            scores[start + j] = normal * _axes.Deviations[j];
        }
        for (int j = from; j < to; j++)
            scores[start + j] *= Math.Sqrt(length / drawn);
    }

    // Box and Muller, 1958: −2 ln u is the squared length of two normal draws, and their direction is even.
    private static double Gaussian(ref SplitMix64 chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.Unit())) * Math.Cos(2 * Math.PI * chance.Unit());

    private double[] Uniform((double Low, double High)[] ranges, ref SplitMix64 chance)
    {
        double[] values = new double[_rows.Count * ranges.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (double low, double high) = ranges[i % ranges.Length];
            values[i] = low + (high - low) * chance.Unit();
        }
        return values;
    }

    private static (double Low, double High)[] Ranges(double[] values, int columns)
    {
        var ranges = new (double Low, double High)[columns];
        Array.Fill(ranges, (double.PositiveInfinity, double.NegativeInfinity));
        for (int i = 0; i < values.Length; i++)
        {
            (double low, double high) = ranges[i % columns];
            ranges[i % columns] = (Math.Min(low, values[i]), Math.Max(high, values[i]));
        }
        return ranges;
    }
}
