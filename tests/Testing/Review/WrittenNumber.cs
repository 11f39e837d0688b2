using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>A number as it stands in a sentence.</summary>
/// <param name="Text">As written.</param>
/// <param name="Value">What it is.</param>
/// <param name="Unit">One of its last digit: 0.01 of 3.14.</param>
/// <param name="Index">Where it begins.</param>
internal sealed partial record WrittenNumber(string Text, double Value, double Unit, int Index)
{
    public int End => Index + Text.Length;

    /// <summary>All of them, but for digits that belong to a word (F1), to code between backticks, or to an address.</summary>
    public static IReadOnlyList<WrittenNumber> In(string text) =>
    [
        .. Written().Matches(Code().Replace(text, match => new string(' ', match.Length)))
            .Select(match => Of(match.Value, match.Index)).OfType<WrittenNumber>(),
    ];

    /// <summary>Whether a value would be written like this, once rounded to as many digits.</summary>
    public bool Is(double value) => Math.Abs(value - Value) <= 0.5000001 * Unit + 1e-9 * Math.Abs(value);

    private static WrittenNumber? Of(string text, int index)
    {
        string digits = text.Replace(",", "", StringComparison.Ordinal).Replace('−', '-').Replace("+", "", StringComparison.Ordinal);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) return null;
        int at = digits.IndexOf('e', StringComparison.Ordinal);
        string mantissa = at < 0 ? digits : digits[..at];
        int power = at < 0 ? 0 : int.Parse(digits[(at + 1)..], CultureInfo.InvariantCulture);
        int decimals = mantissa.Contains('.', StringComparison.Ordinal)
            ? mantissa.Length - mantissa.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return new(text, value, Math.Pow(10, power - decimals), index);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.#/^$@\-])[−]?\d{1,3}(?:(?:,\d{3})+|\d*)(?:\.\d+)?(?:e[-−+]?\d+)?(?![\p{L}\p{N}_])(?!\.\d)")]
    private static partial Regex Written();

    [GeneratedRegex(@"`[^`]*`|https?://\S+|doi \S+|\([^()]*\b(?:19|20)\d\d[^()]*\)")]
    private static partial Regex Code();
}
