using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Data;

/// <summary>How the numbers of a column are written, where every text of it fits one notation.</summary>
/// <param name="Name">In words: <c>decimal commas</c>.</param>
/// <param name="Unit">What was taken off: %, $; null for nothing.</param>
/// <param name="Numbers">The number of each different text.</param>
internal sealed partial record NumberNotation(string? Name, string? Unit, double[] Numbers)
{
    // What does not look like numbers in its first texts is not looked at further.
    private const int FirstTexts = 100;

    private const string Currencies = "$€£¥₹";

    // Behind a number, each stands for an amount: a letter that may be a class (5A, 3B) is none of them.
    internal static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "mm", "cm", "m", "km", "in", "ft", "mi", "miles", "m²", "sqm", "sqft", "mg", "g", "kg", "lb", "lbs", "oz", "ml", "cl", "l", "cc",
        "ms", "s", "sec", "min", "h", "hr", "hrs", "hours", "days", "weeks", "months", "years", "yrs", "km/h", "mph", "kmpl", "mpg",
        "km/kg", "°C", "°F", "W", "kW", "kWh", "hp", "bhp", "PS", "rpm", "Hz", "kHz", "MHz", "GHz", "kB", "MB", "GB", "TB", "px",
        "EUR", "USD", "GBP", "CHF", "JPY", "pts", "bar", "kPa", "mmHg", "bpm", "kcal", "kJ",
    };

    private const char TypesetMinus = '\u2212';

    /// <summary>The notation, or null where the texts are no numbers; <paramref name="ambiguous"/> where they read in two ways.</summary>
    /// <param name="texts">All different texts of a column that are not missing.</param>
    /// <param name="commaSeparates">Whether cells are separated by commas, so that a comma in a cell is no decimal one by habit.</param>
    /// <param name="decimalComma">Whether another column proves decimal commas.</param>
    /// <param name="ambiguous">A text that may be read in two ways; null where none may.</param>
    public static NumberNotation? Of(IReadOnlyList<string> texts, bool commaSeparates, bool decimalComma, out string? ambiguous)
    {
        ambiguous = null;
        return texts.Any(IsInBrackets) && texts.Any(HasSign) ? null : Read(texts, commaSeparates, decimalComma, out ambiguous);
    }

    private static NumberNotation? Read(IReadOnlyList<string> texts, bool commaSeparates, bool decimalComma, out string? ambiguous)
    {
        ambiguous = null;
        if (texts.Count == 0 || !texts.All(text => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0))
            return null;
        int inBrackets = texts.Count(IsInBrackets);
        if (Stripped(inBrackets == 0 ? texts : [.. texts.Select(WithMinus)]) is not { } stripped)
            return null;
        (string? unit, string[] bare) = stripped;
        bool isDotted = decimalComma && bare.Any(text => text.Contains('.')) && bare.All(text => DottedThousands().IsMatch(text));
        if (!isDotted && bare.All(IsPlain))
            return Named(null, text => text);
        if (GroupMark(bare) is { } grouped)
            return Named($"{grouped.Name} between thousands", text => text.Replace(grouped.Mark, "").Replace(',', '.'));

        bool isComma = bare.All(text => DecimalComma().IsMatch(text)), isThousands = bare.All(text => Thousands().IsMatch(text));
        if (isComma && isThousands && !commaSeparates && !decimalComma)
        {
            ambiguous = texts[Array.FindIndex(bare, text => text.Contains(','))];
            return null;
        }

        if (isThousands && !isDotted && !(isComma && (decimalComma || !commaSeparates)))
            return Named("commas between thousands", text => text.Replace(",", ""));
        return isComma || isDotted || bare.All(text => DottedThousands().IsMatch(text))
            ? Named("decimal commas", text => text.Replace(".", "").Replace(',', '.'))
            : null;

        NumberNotation Named(string? name, Func<string, string> plain)
        {
            string[] all =
            [
                .. name is null ? [] : (string[])[name],
                .. texts.Any(text => text.Contains(TypesetMinus)) ? ["the minus of print (−)"] : (string[])[],
                .. inBrackets > 0 ? ["brackets for a minus, (34) as −34"] : (string[])[],
            ];
            return new(all.Length == 0 ? null : string.Join(" and ", all), unit, Parse(bare, plain))
            {
                AreAllInBrackets = inBrackets == texts.Count,
            };
        }
    }

    /// <summary>Whether every text stands in brackets: each is negative to an accountant, and they may mean something else.</summary>
    public bool AreAllInBrackets { get; private init; }

    /// <summary>
    /// A text such as (34), and the number that it is to an accountant, where another one is such as −34, so that brackets may be no
    /// minus; null where there is none, or the texts are no numbers.
    /// </summary>
    /// <param name="texts">As <see cref="Of"/> has them.</param>
    /// <param name="commaSeparates">The same.</param>
    public static (string Text, double Number)? DoubtfulBrackets(IReadOnlyList<string> texts, bool commaSeparates)
    {
        int place = texts.Index().Where(text => IsInBrackets(text.Item)).Select(text => text.Index).FirstOrDefault(-1);
        return place >= 0 && texts.Any(HasSign) && Read(texts, commaSeparates, decimalComma: true, out _) is { } read
            ? (texts[place], read.Numbers[place])
            : null;
    }

    // Accountants write (34) for −34.
    private static string WithMinus(string text) => IsInBrackets(text) ? InBrackets().Replace(text, "-$1$2") : text;

    private static bool IsInBrackets(string text) => text.Contains('(') && InBrackets().IsMatch(text);

    private static bool HasSign(string text) => text.AsSpan().Trim() is [('-' or TypesetMinus), ..];

    // ($1,200), (34) and (12) %; a sign inside is none of an accountant.
    [GeneratedRegex(@"^\s*\(\s*([^()\-\u2212]*[0-9][^()]*?)\s*\)(\s?[%€$£¥₹]?)\s*\z")]
    private static partial Regex InBrackets();

    /// <summary>Whether a column proves decimal commas: one of its commas cannot stand between thousands.</summary>
    public static bool ProvesDecimalComma(RawColumn column) =>
        !column.IsNumeric && column.TextCount > 0 && IsDecimalComma(column.FirstTexts(FirstTexts)) && IsDecimalComma(column.Texts)
        && Stripped(column.Texts)!.Value.Bare.Any(text => text.Contains(',') && !Thousands().IsMatch(text));

    private static bool IsDecimalComma(IReadOnlyList<string> texts) =>
        Stripped(texts) is { } stripped && (stripped.Bare.All(text => DecimalComma().IsMatch(text))
            || stripped.Bare.All(text => DottedThousands().IsMatch(text)));

    private static (string? Unit, string[] Bare)? Stripped(IReadOnlyList<string> texts)
    {
        string first = texts[0];
        string? unit = first.EndsWith('%') ? "%"
            : Currencies.FirstOrDefault(sign => first.Contains(sign)) is var sign and not '\0' ? sign.ToString()
            : UnitBehind().Match(first) is { Success: true } found && Units.Contains(found.Groups[1].Value) ? found.Groups[1].Value
            : null;
        string[] bare = [.. texts.Select(text => (unit is null ? text : Without(text, unit)).Replace(TypesetMinus, '-'))];
        return unit is null || texts.All(text => text.Contains(unit, StringComparison.Ordinal)) ? (unit, bare) : null;
    }

    // 12 345 as French and 12'345 as Swiss readers write it: one mark throughout, and nothing that is not a number without it.
    private static (string Mark, string Name)? GroupMark(string[] bare)
    {
        Match[] read = [.. bare.Select(text => MarkedThousands().Match(text))];
        if (!read.All(one => one.Success)) return null;
        string[] marks = [.. read.Select(one => one.Groups["mark"].Value).Where(mark => mark.Length > 0).Distinct()];
        return marks is [string only] ? (only, only is "'" or "\u2019" ? "apostrophes" : "spaces") : null;
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

    [GeneratedRegex(@"^[-+\u2212]?[0-9][0-9.,]*\s?([\p{L}µ°/²]+)\z")]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"^[-+]?[0-9]{1,15}(,[0-9]+)?([eE][-+]?[0-9]{1,2})?\z")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[-+]?([0-9]{1,3}(,[0-9]{3}){1,5}|[0-9]{1,3})(\.[0-9]+)?\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[-+]?([1-9][0-9]{0,2}(?<mark>[ \u00A0\u202F\u2009'’])[0-9]{3}(\k<mark>[0-9]{3}){0,4}|[0-9]{1,3})([.,][0-9]+)?\z")]
    private static partial Regex MarkedThousands();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(\.[0-9]{3}){0,5}(,[0-9]+)?\z")]
    private static partial Regex DottedThousands();
}
