using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>
/// What a short piece of arithmetic comes to: + − * / ^, brackets, ln, exp and sqrt. A minus binds less than ^, and ^ is read from the
/// right.
/// </summary>
internal sealed partial class TypedSum
{
    /// <summary>More than anybody types as an answer.</summary>
    private const int MostTokens = 60;

    private readonly string[] _tokens;
    private int _at;

    private TypedSum(string[] tokens) => _tokens = tokens;

    private string Next => _at < _tokens.Length ? _tokens[_at] : "";

    /// <summary>Null where it is none.</summary>
    /// <param name="typed">With one sign for each operation.</param>
    public static double? Of(string typed)
    {
        Match[] found = [.. Token().Matches(typed).AsEnumerable()];
        int letters = typed.Count(letter => !char.IsWhiteSpace(letter));
        if (found.Length is 0 or > MostTokens || found.Sum(one => one.Length) != letters) return null;
        TypedSum sum = new([.. found.Select(one => one.Value)]);
        double? value = sum.Terms();
        return sum._at == sum._tokens.Length ? value : null;
    }

    /// <summary>What k, thousand or M multiplies by; 1 for none of them.</summary>
    public static double Scale(string word) => word switch
    {
        "k" or "K" => 1e3,
        "M" => 1e6,
        "bn" => 1e9,
        _ => word.ToUpperInvariant() switch { "THOUSAND" => 1e3, "MILLION" => 1e6, "BILLION" => 1e9, _ => 1 },
    };

    private double? Terms()
    {
        double? sum = Factors();
        while (Next is "+" or "-")
            sum = Taken() == "+" ? sum + Factors() : sum - Factors();
        return sum;
    }

    private double? Factors()
    {
        double? product = Signed();
        while (Next is "*" or "/")
            product = Taken() == "*" ? product * Signed() : product / Signed();
        return product;
    }

    private double? Signed()
    {
        if (Next is not ("+" or "-")) return Power();
        return Taken() == "-" ? -Signed() : Signed();
    }

    private double? Power()
    {
        double? value = Atom();
        if (Next != "^") return value;
        Taken();
        return value is { } low && Signed() is { } high ? Math.Pow(low, high) : null;
    }

    private double? Atom()
    {
        string token = Taken();
        if (token == "(")
        {
            double? inner = Terms();
            return Taken() == ")" ? inner : null;
        }

        if (token.ToUpperInvariant() is "LN" or "EXP" or "SQRT")
        {
            return Next == "(" && Atom() is { } of
                ? token.ToUpperInvariant() switch { "LN" => Math.Log(of), "EXP" => Math.Exp(of), _ => Math.Sqrt(of) }
                : null;
        }

        string digits = Grouped().IsMatch(token) ? token.Replace(",", "", StringComparison.Ordinal) : token.Replace(',', '.');
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return null;
        return Scale(Next) is not 1 and var scale && Taken().Length > 0 ? number * scale : number;
    }

    private string Taken() => _at < _tokens.Length ? _tokens[_at++] : "";

    [GeneratedRegex(@"(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?|[-+*/^()]|[A-Za-z]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+(?:\.\d*)?$")]
    private static partial Regex Grouped();
}
