using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>What a column of numbers comes to without some rows, so that one of these can be told to be the sum of the others.</summary>
internal sealed class ColumnSum
{
    // A sum of decimals, and one that is written with fewer digits than what it adds up.
    private const double Rounding = 1e-6, MostRounded = 0.01;

    private const int FewestOthers = 2, MostDecimals = 15;

    private readonly double[] _numbers;
    private readonly double _sum, _size;
    private readonly int _others;

    /// <param name="column">Of numbers.</param>
    /// <param name="without">Rows that are no addends.</param>
    public ColumnSum(RawColumn column, IReadOnlySet<int> without)
    {
        (Name, _numbers) = (column.Name, column.NumbersOfRows!);
        for (int row = 0; row < _numbers.Length; row++)
        {
            double number = _numbers[row];
            if (number == 0 || double.IsNaN(number) || without.Contains(row)) continue;
            _sum += number;
            _size += Math.Abs(number);
            _others++;
        }
    }

    /// <summary>Of the column.</summary>
    public string Name { get; }

    /// <summary>Whether a row that is no addend has the sum of the others, perhaps rounded.</summary>
    public bool IsAt(int row) => _others >= FewestOthers
        && Math.Abs(_numbers[row] - _sum) <= Math.Max(Rounding * _size, Math.Min(HalfOfLastDigit(_numbers[row]), MostRounded * _size));

    // 12.5 may stand for 12.46: half a tenth.
    private static double HalfOfLastDigit(double number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        int point = text.IndexOf('.');
        int decimals = point < 0 || text.Contains('E') ? 0 : text.Length - point - 1;
        return 0.5 * Math.Pow(10, -Math.Min(decimals, MostDecimals));
    }
}
