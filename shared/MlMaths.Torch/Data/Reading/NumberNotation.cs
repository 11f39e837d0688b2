using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>How the numbers of a column are written, where every text of it fits one notation.</summary>
/// <param name="Name">In words: <c>decimal commas</c>.</param>
/// <param name="Unit">What was taken off: %, $; null for nothing.</param>
/// <param name="Numbers">The number of each different text.</param>
internal sealed partial record NumberNotation(string? Name, string? Unit, double[] Numbers)
{
    private const string Currencies = "$€£¥₹";

    /// <summary>The notation, or null where the texts are no numbers; <paramref name="ambiguous"/> where they read in two ways.</summary>
    /// <param name="texts">All different texts of a column that are not missing.</param>
    /// <param name="commaSeparates">Whether cells are separated by commas, so that a comma in a cell is no decimal one by habit.</param>
    /// <param name="decimalComma">Whether another column proves decimal commas.</param>
    /// <param name="ambiguous">A text that may be read in two ways; null where none may.</param>
    public static NumberNotation? Of(IReadOnlyList<string> texts, bool commaSeparates, bool decimalComma, out string? ambiguous)
    {
        ambiguous = null;
        if (texts.Count == 0 || !texts.All(text => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0))
            return null;
        if (Stripped(texts) is not { } stripped)
            return null;
        (string? unit, string[] bare) = stripped;
        if (bare.All(IsPlain))
            return new(null, unit, Parse(bare, text => text));
        bool isComma = bare.All(text => DecimalComma().IsMatch(text)), isThousands = bare.All(text => Thousands().IsMatch(text));
        if (isComma && isThousands && !commaSeparates && !decimalComma)
        {
            ambiguous = texts[Array.FindIndex(bare, text => text.Contains(','))];
            return null;
        }

        if (isThousands && (!isComma || commaSeparates) && !decimalComma)
            return new("commas between thousands", unit, Parse(bare, text => text.Replace(",", "")));
        return isComma || bare.All(text => DottedThousands().IsMatch(text))
            ? new("decimal commas", unit, Parse(bare, text => text.Replace(".", "").Replace(',', '.')))
            : null;
    }

    /// <summary>Whether a column proves decimal commas: one of its commas cannot stand between thousands.</summary>
    public static bool ProvesDecimalComma(IReadOnlyList<string> texts) =>
        texts.Count > 0 && Stripped(texts) is { } stripped && stripped.Bare.All(text => DecimalComma().IsMatch(text))
        && stripped.Bare.Any(text => text.Contains(',') && !Thousands().IsMatch(text));

    /// <summary>Whether all may be numbers with decimal commas.</summary>
    public static bool OfDecimalCommas(IReadOnlyList<string> texts) =>
        Stripped(texts) is { } stripped && stripped.Bare.All(text => DecimalComma().IsMatch(text));

    private static (string? Unit, string[] Bare)? Stripped(IReadOnlyList<string> texts)
    {
        string first = texts[0];
        string? unit = first.EndsWith('%') ? "%"
            : Currencies.FirstOrDefault(sign => first.Contains(sign)) is var sign and not '\0' ? sign.ToString()
            : null;
        string[] bare = [.. texts.Select(text => unit is null ? text : Without(text, unit))];
        return unit is null || texts.All(text => text.Contains(unit, StringComparison.Ordinal)) ? (unit, bare) : null;
    }

    private static string Without(string text, string unit)
    {
        string trimmed = text.Trim();
        string sign = trimmed.StartsWith('-') && unit != "%" ? "-" : "";
        trimmed = trimmed[sign.Length..];
        return sign + (trimmed.StartsWith(unit, StringComparison.Ordinal) ? trimmed[unit.Length..]
            : trimmed.EndsWith(unit, StringComparison.Ordinal) ? trimmed[..^unit.Length]
            : trimmed).Trim();
    }

    private static bool IsPlain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && NumberRange.Holds(number);

    private static double[] Parse(string[] bare, Func<string, string> plain) =>
        [.. bare.Select(text => double.Parse(plain(text), NumberStyles.Float, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^[-+]?[0-9]{1,15}(,[0-9]+)?([eE][-+]?[0-9]{1,2})?\z")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[-+]?([0-9]{1,3}(,[0-9]{3}){1,5}|[0-9]{1,3})(\.[0-9]+)?\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(\.[0-9]{3}){0,5}(,[0-9]+)?\z")]
    private static partial Regex DottedThousands();
}
