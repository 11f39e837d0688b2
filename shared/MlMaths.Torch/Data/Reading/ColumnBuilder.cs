using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>
/// Takes the cells of one column, row after row: as numbers as long as every cell is one, else as texts. A column that turned out not
/// to be numbers after some were taken has to be read once more.
/// </summary>
internal sealed class ColumnBuilder
{
    // A 0 before three or more digits: 007 may be a padded count, 01067 is a place.
    private const int LongestPadded = 3;
    private const int MostUngrouped = 3;

    private readonly TextPool _pool = new();
    private double[] _numbers = [];
    private int[] _codes = [];
    private readonly SortedDictionary<string, int> _missingWords = new(StringComparer.Ordinal);
    private bool _isText, _hasPoints, _isGrouped = true, _hasLeadingZero, _isAllDigits = true;
    private int _rows;

    /// <param name="name">As the header has it.</param>
    /// <param name="likelyRows">Rows that the file seems to have.</param>
    /// <param name="isText">Whether texts are kept as they are.</param>
    /// <param name="blankOnly">Whether only a blank cell is missing, as in a column that names groups.</param>
    public ColumnBuilder(string name, int likelyRows, bool isText, bool blankOnly)
    {
        (Name, LikelyRows, _isText, BlankOnly) = (name, Math.Max(16, likelyRows), isText, blankOnly);
        if (isText) _codes = new int[LikelyRows];
    }

    public string Name { get; }

    private int LikelyRows { get; }

    private bool BlankOnly { get; }

    /// <summary>Whether a cell came that is no number after some that were: the column has to be read as texts.</summary>
    public bool MustReread { get; private set; }

    /// <summary>Whether every number fits <c>12.345</c> with a point between thousands too, and one has such a point.</summary>
    public bool MayHoldThousands => !_isText && _isGrouped && _hasPoints;

    /// <summary>Whether all are digits, and one begins with 0 as postcodes, telephone and article numbers do: none is an amount.</summary>
    public bool HoldsCodes => !_isText && _isAllDigits && _hasLeadingZero;

    /// <summary>Words that were read as no value, with the number of their cells; blank cells are not counted.</summary>
    public IEnumerable<KeyValuePair<string, int>> MissingWords => _missingWords;

    /// <summary>Whether a point was met that stands before decimals and cannot stand between thousands.</summary>
    public bool ProvesDecimalPoint { get; private set; }

    /// <summary>The same column, to be read as texts.</summary>
    public ColumnBuilder AsText() => new(Name, LikelyRows, isText: true, BlankOnly);

    public void Add(ReadOnlySpan<byte> cell)
    {
        if (MustReread) return;
        cell = Trimmed(cell);
        if (_isText)
        {
            AddText(cell);
            return;
        }

        if (_rows >= _numbers.Length) LengthenNumbers();
        if (IsNumber(cell, out double number, out bool isDigits))
        {
            _numbers[_rows++] = number;
            if (_isGrouped) _isGrouped = isDigits ? cell.Length <= MostUngrouped : IsGrouped(cell);
            if (_isAllDigits) _isAllDigits = isDigits;
            _hasLeadingZero |= cell[0] == (byte)'0' && cell.Length > LongestPadded;
        }
        else if (MissingText.Is(cell))
        {
            _numbers[_rows++] = double.NaN;
            CountMissing(cell);
        }
        else
        {
            StartTexts(cell);
        }
    }

    public RawColumn ToColumn()
    {
        if (!_isText)
        {
            Array.Resize(ref _numbers, _rows);
            return RawColumn.OfNumbers(Name, _numbers);
        }

        Array.Resize(ref _codes, _rows);
        if (!BlankOnly) DashesAreMissing();
        return RawColumn.OfTexts(Name, _pool, _codes);
    }

    private void StartTexts(ReadOnlySpan<byte> cell)
    {
        if (_numbers.AsSpan(0, _rows).ContainsAnyExcept(double.NaN))
        {
            MustReread = true;
            _numbers = [];
            return;
        }

        _isText = true;
        _codes = new int[_numbers.Length];
        _codes.AsSpan(0, _rows).Fill(-1);
        _numbers = [];
        AddText(cell);
    }

    private void AddText(ReadOnlySpan<byte> cell)
    {
        if (_rows >= _codes.Length) Array.Resize(ref _codes, 2 * _codes.Length);
        bool isMissing = BlankOnly ? cell.IsEmpty : MissingText.Is(cell) && !cell.SequenceEqual("-"u8);
        if (isMissing) CountMissing(cell);
        _codes[_rows++] = isMissing ? -1 : _pool.NumberOf(cell);
    }

    // Beside a plus, a minus is a value like it.
    private void DashesAreMissing()
    {
        int dash = _pool.Find("-"u8);
        if (dash < 0 || _pool.Find("+"u8) >= 0) return;
        for (int row = 0; row < _codes.Length; row++)
        {
            if (_codes[row] != dash) continue;
            _codes[row] = -1;
            CountMissing("-"u8);
        }
    }

    private void CountMissing(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return;
        string word = Encoding.UTF8.GetString(cell);
        _missingWords[word] = _missingWords.GetValueOrDefault(word) + 1;
    }

    private void LengthenNumbers()
    {
        double[] longer = GC.AllocateUninitializedArray<double>(Math.Max(LikelyRows, 2 * _numbers.Length));
        _numbers.AsSpan(0, _rows).CopyTo(longer);
        _numbers = longer;
    }

    // Most cells have nothing around them that could be a blank.
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell) =>
        cell.Length > 0 && (cell[0] <= (byte)' ' || cell[^1] <= (byte)' ') ? cell.Trim(" \t"u8) : cell;

    // One to three digits, and perhaps a point and three more: 0.345 has no thousands.
    private bool IsGrouped(ReadOnlySpan<byte> cell)
    {
        if (cell[0] is (byte)'-' or (byte)'+') cell = cell[1..];
        int point = cell.IndexOf((byte)'.');
        if (point < 0) return cell.Length <= MostUngrouped && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        _hasPoints = true;
        bool isGrouped = point is >= 1 and <= 3 && cell.Length == point + 4 && cell[0] != (byte)'0'
            && !cell[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        ProvesDecimalPoint |= !isGrouped;
        return isGrouped;
    }

    private static bool IsNumber(ReadOnlySpan<byte> cell, out double number, out bool isDigits)
    {
        if (ShortNumber.TryParse(cell, out number, out isDigits)) return true;
        isDigits = !cell.IsEmpty && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && NumberRange.Holds(number);
    }
}
