using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Evaluation;

/// <summary>Formulas as a person writes them: <c>y = a − b</c>, <c>y = 1 exactly where plan_code is 3 or 7</c>.</summary>
internal static partial class FormulaText
{
    private const int Longest = 60, MaxValues = 8, MostTerms = 6, MaxLabels = 6;

    /// <summary>A name: as it stands if it reads as one word, else in quotes.</summary>
    public static string Name(string name) => name.Length <= Longest && Word().IsMatch(name) ? name : Quoted.Value(name);

    /// <summary>A label: a number as it stands, a word in quotes.</summary>
    public static string Label(string label) =>
        label.Length <= Longest && PlainNumber().IsMatch(label) ? label.Replace('-', '−') : Quoted.Value(label);

    /// <summary>Six digits, the minus sign of mathematics.</summary>
    public static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary><c>y = 1</c></summary>
    public static string Is(AskedTarget target, int label) => $"{Name(target.Name)} = {Label(target.Labels[label])}";

    /// <summary><c>3 or 7</c>; a long list is cut.</summary>
    public static string Either(IReadOnlyList<string> values) => values switch
    {
        [string only] => only,
        { Count: > MaxValues } => $"one of {values.Count} values ({string.Join(", ", values.Take(MaxValues))}, …)",
        _ => $"{string.Join(", ", values.SkipLast(1))} or {values[^1]}",
    };

    /// <summary><c>y = 1 exactly where …</c>, or one clause per label.</summary>
    /// <param name="target">Of classes.</param>
    /// <param name="where">Where a label holds, in words.</param>
    public static string Where(AskedTarget target, Func<int, string> where)
    {
        if (target.IsBinary) return $"{Is(target, target.Positive)} exactly where {where(target.Positive)}";
        IEnumerable<string> clauses = Enumerable.Range(0, target.Labels.Count).Take(MaxLabels)
            .Select(label => $"{Label(target.Labels[label])} where {where(label)}");
        return $"{Name(target.Name)} = {string.Join(", ", clauses)}{(target.Labels.Count > MaxLabels ? ", …" : "")}";
    }

    /// <summary><c>2·a − b + 3</c></summary>
    /// <param name="terms">Factors with their names.</param>
    /// <param name="constant">Added at the end, unless it is 0.</param>
    public static string Sum(IReadOnlyList<(double Factor, string Name)> terms, double constant)
    {
        IEnumerable<(double Factor, string Name)> ordered = terms.OrderByDescending(term => term.Factor > 0);
        string text = "";
        foreach ((double factor, string name) in ordered.Take(MostTerms))
            text += Signed(text, factor, Math.Abs(factor) == 1 ? name : $"{Number(Math.Abs(factor))}·{name}");
        if (terms.Count > MostTerms) text += $" + … ({terms.Count - MostTerms} more columns)";
        return constant == 0 ? text : text + Signed(text, constant, Number(Math.Abs(constant)));
    }

    /// <summary><c>2·a·b²/c</c></summary>
    public static string Product(double factor, IReadOnlyList<(double Exponent, string Name)> powers)
    {
        string[] above = [.. powers.Where(power => power.Exponent > 0).Select(Power)],
            below = [.. powers.Where(power => power.Exponent < 0).Select(power => Power((-power.Exponent, power.Name)))];
        string top = string.Join("·", factor == 1 && above.Length > 0 ? above : [Number(factor), .. above]);
        return below.Length switch
        {
            0 => top,
            1 => $"{top}/{below[0]}",
            _ => $"{top}/({string.Join("·", below)})",
        };
    }

    private static string Power((double Exponent, string Name) power) => power.Exponent switch
    {
        1 => power.Name,
        2 => $"{power.Name}²",
        3 => $"{power.Name}³",
        0.5 => $"√{power.Name}",
        _ => $"{power.Name}^{Number(power.Exponent)}",
    };

    private static string Signed(string before, double factor, string term) => (before.Length > 0, factor < 0) switch
    {
        (false, false) => term,
        (false, true) => $"−{term}",
        (true, false) => $" + {term}",
        (true, true) => $" − {term}",
    };

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Word();

    [GeneratedRegex("^-?[0-9]+([.][0-9]+)?$")]
    private static partial Regex PlainNumber();
}
