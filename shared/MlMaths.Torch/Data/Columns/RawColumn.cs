using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Data;

/// <summary>
/// One column as the file has it, before anybody decided what it is: numbers where every cell is one, else texts, each different one
/// kept once. A missing cell is NaN, or the code −1.
/// </summary>
public sealed class RawColumn
{
    private readonly TextPool? _pool;
    private IReadOnlyList<string>? _texts;

    private RawColumn(string name, double[]? numbers, TextPool? pool, int[]? codes)
    {
        (Name, NumbersOfRows, _pool, Codes) = (name, numbers, pool, codes);
        Missing = numbers is null ? codes.AsSpan().Count(-1) : CountMissing(numbers);
    }

    private static int CountMissing(double[] numbers)
    {
        int missing = 0;
        foreach (double number in numbers)
            missing += double.IsNaN(number) ? 1 : 0;
        return missing;
    }

    /// <summary>As the header has it, without blanks around it.</summary>
    public string Name { get; }

    /// <summary>Rows of the file.</summary>
    public int Rows => NumbersOfRows?.Length ?? Codes!.Length;

    /// <summary>Cells without a value.</summary>
    public int Missing { get; }

    /// <summary>Whether every cell that has a value is a number.</summary>
    public bool IsNumeric => NumbersOfRows is not null;

    /// <summary>What stood around each number, such as % or $; null for nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether limits of what could be measured stand for some of its numbers.</summary>
    internal bool HasLimits { get; init; }

    /// <summary>Of a column of numbers, row by row; NaN where missing. Not to be written to.</summary>
    internal double[]? NumbersOfRows { get; }

    /// <summary>Of a column of texts, the number of each row's text; −1 where missing. Not to be written to.</summary>
    internal int[]? Codes { get; }

    /// <summary>The different texts, in the order in which they first come; empty for numbers.</summary>
    internal IReadOnlyList<string> Texts => _texts ??= _pool?.All() ?? [];

    /// <summary>How many different texts there are, without making them.</summary>
    internal int TextCount => _pool?.Count ?? 0;

    internal static RawColumn OfNumbers(string name, double[] numbers, string? unit = null, bool hasLimits = false) =>
        new(name, numbers, null, null) { Unit = unit, HasLimits = hasLimits };

    internal static RawColumn OfTexts(string name, TextPool pool, int[] codes) => new(name, null, pool, codes);

    /// <summary>Whether a row has no value here.</summary>
    public bool IsMissing(int row) => NumbersOfRows is { } numbers ? double.IsNaN(numbers[row]) : Codes![row] < 0;

    /// <summary>The text of a row; null where it is missing.</summary>
    public string? Text(int row) => NumbersOfRows is { } numbers
        ? double.IsNaN(numbers[row]) ? null : numbers[row].ToString(CultureInfo.InvariantCulture)
        : Codes![row] < 0 ? null : _pool![Codes[row]];

    /// <summary>One of the different texts, without making all.</summary>
    internal string TextOf(int code) => _pool![code];

    /// <summary>The first few different texts, without making all.</summary>
    internal IReadOnlyList<string> FirstTexts(int most) => TextCount <= most ? Texts
        : [.. Enumerable.Range(0, most).Select(code => _pool![code])];

    /// <summary>The codes of the texts in which one of some parts stands, without making the others.</summary>
    internal IReadOnlyList<int> CodesWith(SearchValues<string> parts) => _pool?.With(parts) ?? [];

    /// <summary>How many rows of all have each text.</summary>
    internal int[] Counts()
    {
        int[] counts = new int[TextCount];
        foreach (int code in Codes!)
        {
            if (code >= 0) counts[code]++;
        }

        return counts;
    }

    /// <summary>How many of some rows have each text.</summary>
    internal int[] Counts(ReadOnlySpan<int> rows)
    {
        int[] counts = new int[TextCount];
        foreach (int row in rows)
        {
            if (Codes![row] >= 0) counts[Codes[row]]++;
        }

        return counts;
    }

    /// <summary>The same under another name.</summary>
    internal RawColumn Named(string name) => new(name, NumbersOfRows, _pool, Codes) { Unit = Unit, HasLimits = HasLimits };

    /// <summary>The same cells as numbers.</summary>
    internal RawColumn AsNumbers(double[] ofText, string? unit, bool hasLimits)
    {
        double[] numbers = Array.ConvertAll(Codes!, code => code < 0 ? double.NaN : ofText[code]);
        return OfNumbers(Name, numbers, unit, hasLimits);
    }

    /// <summary>The same cells with another text for each different one; equal ones become one.</summary>
    internal RawColumn WithTexts(Func<int, string> text)
    {
        TextPool pool = new();
        int[] codes = [.. Enumerable.Range(0, TextCount).Select(code => pool.NumberOf(Encoding.UTF8.GetBytes(text(code))))];
        return new(Name, null, pool, Array.ConvertAll(Codes!, code => code < 0 ? -1 : codes[code]));
    }

    /// <summary>The same, those cells missing too that are given as text or number.</summary>
    internal RawColumn Without(string value)
    {
        if (NumbersOfRows is { } numbers)
        {
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? OfNumbers(Name, Array.ConvertAll(numbers, one => one == number ? double.NaN : one), Unit, HasLimits)
                : this;
        }

        int gone = Texts.Index().Where(text => text.Item == value).Select(text => text.Index).FirstOrDefault(-1);
        return gone < 0 ? this : new(Name, null, _pool, Array.ConvertAll(Codes!, code => code == gone ? -1 : code));
    }
}
