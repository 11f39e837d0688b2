using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Calculus;

/// <summary>What a token is.</summary>
internal enum ExpressionTokenKind
{
    Number,
    Name,
    Sign,
    End,
}

/// <summary>A word, number or sign of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As the parser knows it: · and × are *.</param>
/// <param name="At">Where it begins.</param>
internal sealed partial record ExpressionToken(ExpressionTokenKind Kind, string Text, int At)
{
    /// <summary>What a number says.</summary>
    public double Number { get; private init; }

    /// <summary>All tokens of a text, and the end as the last one.</summary>
    public static IReadOnlyList<ExpressionToken> Of(string text)
    {
        List<ExpressionToken> tokens = [];
        int at = 0;
        while (at < text.Length)
        {
            Match match = Pattern().Match(text, at);
            if (!match.Success)
            {
                throw ExpressionMistake.At(text, at,
                    $"The sign {ExpressionMistake.Sign(text, at)} means nothing in an expression: leave it out");
            }

            if (!match.Groups["space"].Success) tokens.Add(Of(match, text));
            at += match.Length;
        }

        tokens.Add(new ExpressionToken(ExpressionTokenKind.End, "", text.TrimEnd().Length));
        return tokens;
    }

    private static ExpressionToken Of(Match match, string text)
    {
        if (match.Groups["name"].Success) return new ExpressionToken(ExpressionTokenKind.Name, match.Value, match.Index);
        if (match.Groups["sign"].Success)
        {
            string sign = match.Value switch { "·" or "×" => "*", "÷" => "/", "−" => "-", "**" => "^", _ => match.Value };
            return new ExpressionToken(ExpressionTokenKind.Sign, sign, match.Index);
        }

        double number = double.Parse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw ExpressionMistake.At(
                text, match.Index, "This number is larger than the largest of float64: write one of at most 1.797e308");
        }

        return new ExpressionToken(ExpressionTokenKind.Number, match.Value, match.Index) { Number = number };
    }

    // An e belongs to a number only where an exponent follows: 2e3 is a number, 2e a number and a name.
    [GeneratedRegex(
        @"\G(?:(?<space>\s+)|(?<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|"
        + @"(?<name>[\p{L}_][\p{L}\p{Mn}\p{Nd}\p{No}_]*)|(?<sign>\*\*|[-+−*·×/÷^(),]))")]
    private static partial Regex Pattern();
}
