using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>
/// The numbers of one column of scores, whichever program wrote them: with a decimal point or comma, with % or without. The first cell
/// that shows a mark decides for all, and a cell that contradicts it is told, not guessed.
/// </summary>
/// <param name="name">The column's name.</param>
internal sealed class ScoreNumbers(string name)
{
    private const int MostShown = 5, LongestCell = 64;

    private readonly List<long> _missingLines = [];
    private bool? _isPercent, _isComma;
    private bool _provesComma;
    private string? _ambiguous;

    /// <summary>Cells without a score.</summary>
    public int Missing { get; private set; }

    /// <summary>Its number, NaN where there is none; false where it is no number, or is written unlike those before it.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, long line, out double number)
    {
        if (_isPercent == false && _isComma == false && IsNumber(cell, out number)) return true;
        cell = cell.Trim(" \t"u8);
        if (MissingText.Is(cell))
        {
            if (Missing++ < MostShown) _missingLines.Add(line);
            number = double.NaN;
            return true;
        }

        number = 0;
        bool isPercent = cell[^1] == (byte)'%';
        if ((_isPercent ??= isPercent) != isPercent || cell.Length > LongestCell) return false;
        if (isPercent) cell = cell[..^1].TrimEnd(" \t"u8);
        bool hasComma = cell.Contains((byte)',');
        if (hasComma || cell.Contains((byte)'.'))
        {
            if ((_isComma ??= hasComma) != hasComma) return false;
        }

        Span<byte> written = stackalloc byte[LongestCell];
        cell.CopyTo(written);
        written = written[..cell.Length];
        if (hasComma && !_provesComma) Weigh(written);
        written.Replace((byte)',', (byte)'.');
        if (!IsNumber(written, out number)) return false;
        if (isPercent) number /= 100;
        return true;
    }

    /// <summary>How the cells before are written, for a sentence about one that is not: <c>with %</c>.</summary>
    public string? Habit => (_isPercent, _isComma) switch
    {
        (true, _) => "with %",
        (_, true) => "with a decimal comma",
        (false, false) => "with a decimal point, and without %",
        (false, _) => "without %",
        _ => null,
    };

    /// <summary>What was done to read them, a sentence each.</summary>
    public IEnumerable<string> Notes()
    {
        if (_isPercent == true) yield return $"The scores {Quoted.Value(name)} are written with %, and were divided by 100.";
        if (_isComma == true) yield return $"The scores {Quoted.Value(name)} were read with decimal commas.";
    }

    /// <exception cref="UserMistakeException">Commas may stand between thousands as well.</exception>
    public void RequireClear(string shown)
    {
        if (_isComma != true || _provesComma || _ambiguous is null) return;
        throw new UserMistakeException(
            $"{shown}, column {Quoted.Value(name)} has {Quoted.Value(_ambiguous)}, which is {_ambiguous.Replace(",", "")} where commas "
                + $"stand "
            + $"between thousands and {_ambiguous.Replace(',', '.')} where they are decimal commas, and no cell proves which: write the "
            + "scores with a point.");
    }

    /// <summary>A clause with the number of missing scores and the first of their lines; null where none is missing.</summary>
    public string? MissingIn(int rows) => Missing == 0 ? null
        : $"{Quoted.Value(name)} is missing in {NumberText.Count(Missing)} of {Counted.Rows(rows)} ({(Missing == 1 ? "line" : "lines")} "
            + $"{string.Join(", ", _missingLines)}{(Missing > _missingLines.Count ? " …" : "")})";

    // 0,660 and 1,5 can have decimal commas only; 1,234 may be a thousand and more.
    private void Weigh(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> digits = cell.TrimStart("+-"u8);
        int comma = digits.IndexOf((byte)',');
        bool isGrouped = comma is >= 1 and <= 3 && digits.Length == comma + 4 && digits[0] != (byte)'0';
        if (isGrouped) _ambiguous ??= System.Text.Encoding.UTF8.GetString(cell);
        _provesComma |= !isGrouped;
    }

    private static bool IsNumber(ReadOnlySpan<byte> cell, out double number) => ShortNumber.TryParse(cell, out number)
        || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && NumberRange.Holds(number);
}
