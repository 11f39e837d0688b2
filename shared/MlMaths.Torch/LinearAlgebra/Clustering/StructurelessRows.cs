using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Rows that are drawn to lie as the data lie, but for clusters: one cloud each. What a method finds in them it would find
/// in anything.
///
/// <code>
/// box             each column uniform between its least and greatest value
/// principal box   the same along the principal axes, turned back            (Tibshirani, Walther, Hastie, 2001)
/// </code>
/// </summary>
internal sealed class StructurelessRows
{
    private readonly CentredRows _rows;
    private readonly PrincipalAxes _axes;
    private readonly (double Low, double High)[] _box, _principalBox;

    public StructurelessRows(CentredRows rows)
    {
        _rows = rows;
        _axes = new PrincipalAxes(rows);
        _box = Ranges(rows.Values, rows.Columns);
        _principalBox = Ranges(_axes.Scores, _axes.Count);
    }

    public CentredRows Draw(StructurelessReference reference, ref SplitMix64 chance) =>
        CentredRows.Of(
            reference switch
            {
                StructurelessReference.Box => Uniform(_box, ref chance),
                StructurelessReference.PrincipalBox => _axes.Rows(Uniform(_principalBox, ref chance)),
            },
            _rows.Count, _rows.Columns);

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
