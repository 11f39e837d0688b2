using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>MathML as one would write it in a comment: ∂L/∂zᵢ = 1/n (σ(zᵢ) − yᵢ). Columns of a table are aligned.</summary>
internal static partial class PlainMath
{
    private const string Column = "   ", FunctionApplication = "\u2061";

    public static string Of(XElement math) => math.Elements().ToArray() is [{ Name.LocalName: "mtable" } table]
        ? Lines(table)
        : Row(math.Elements());

    private static string Lines(XElement table)
    {
        string[][] rows = [.. table.Elements().Select(row => Cells([.. row.Elements().Select(cell => Row(cell.Elements()))]))];
        StringBuilder lines = new();
        foreach (string[] row in rows)
        {
            StringBuilder line = new();
            foreach ((int column, string cell) in row.Index())
            {
                line.Append(cell);
                if (row.Skip(column + 1).Any(later => later.Length > 0))
                    line.Append(' ', Width(rows, column) - Seen(cell)).Append(column == 0 ? " " : Column);
            }

            lines.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return lines.ToString().TrimEnd('\n');
    }

    // What stands left of a relation, what stands right of it, and then a note, in front of which is an empty cell.
    private static string[] Cells(string[] cells) => [.. cells.Where((cell, column) => column < 2 || column % 2 == 1 || cell.Length > 0)];

    private static int Width(string[][] rows, int column) => rows.Where(row => row.Skip(column + 1).Any(later => later.Length > 0))
        .Max(row => Seen(row[column]));

    private static int Seen(string text) => new StringInfo(text).LengthInTextElements;

    private static string Row(IEnumerable<XElement> elements)
    {
        StringBuilder row = new();
        MathPiece? before = null;
        foreach (MathPiece piece in elements.SelectMany(Pieces))
        {
            if (before is not null) row.Append(MathPiece.Between(before, piece));
            row.Append(piece.Text);
            before = piece;
        }

        return row.ToString().Trim();
    }

    private static IEnumerable<MathPiece> Pieces(XElement element)
    {
        XElement[] parts = [.. element.Elements()];
        return element.Name.LocalName switch
        {
            "mrow" when parts is [_, { Name.LocalName: "mfrac" } choose, _] && choose.Attribute("linethickness") is not null =>
                [new($"C({Row([choose.Elements().First()])}, {Row([choose.Elements().Last()])})", PieceKind.Letter)],
            "munder" when parts[1].Value == "⏟" => Pieces(parts[0]),
            "munder" when parts[0].Value.EndsWith('⏟') => [.. Pieces(parts[0]), new($" ({Row([parts[1]])})", PieceKind.Text)],
            "mo" when element.Value == FunctionApplication => [],
            "mrow" or "mstyle" or "mpadded" or "math" or "mtd" => parts.SelectMany(Pieces),
            "mo" when parts.Length > 0 => parts.SelectMany(Pieces),
            "mspace" => MathPiece.Space((string?)element.Attribute("width")),
            "mtext" => [new(element.Value.Replace('\u00A0', ' '), PieceKind.Text)],
            "mo" => [MathPiece.Operator(element.Value, (string?)element.Attribute("form"))],
            "mi" or "mn" => [MathPiece.Name(element.Value.Normalize(NormalizationForm.FormKC))],
            "mfrac" => [new(Fraction(parts[0], parts[1]), PieceKind.Fraction)],
            "msqrt" => [new("√" + Single(Row(parts), Count(parts)), PieceKind.Letter)],
            "mover" when parts[1].Value is "ˆ" or "^" => [new(Row([parts[0]]) + '\u0302', PieceKind.Letter)],
            "mover" when parts[1].Value is "‾" or "ˉ" or "¯" => [new(Row([parts[0]]) + '\u0304', PieceKind.Letter)],
            "msub" or "munder" => [Scripted(parts[0], parts[1], null)],
            "msup" or "mover" => [Scripted(parts[0], null, parts[1])],
            "msubsup" or "munderover" => [Scripted(parts[0], parts[1], parts[2])],
            string name => throw new NotSupportedException($"There is no plain form of <{name}>: {element}"),
        };
    }

    private static string Fraction(XElement above, XElement below)
    {
        string top = Row([above]), bottom = Row([below]);
        return (top, bottom) switch
        {
            ("1", "2") => "½",
            ("1", "4") => "¼",
            _ => $"{(IsSum(top) ? $"({top})" : top)}/{(bottom.StartsWith('∂') ? bottom : Single(bottom, Count([below])))}",
        };
    }

    private static MathPiece Scripted(XElement letter, XElement? below, XElement? above)
    {
        MathPiece[] pieces = [.. Pieces(letter)];
        string text = Row([letter]) + (below is null ? "" : MathScripts.Below(Row([below]))) + (above is null ? "" : Above(above));
        return new(text, pieces is [var one] ? one.Kind : PieceKind.Letter);
    }

    private static string Above(XElement exponent)
    {
        string text = Row([exponent]).Replace('∗', '*');
        bool isOne = Count([exponent]) == 1 || (text.StartsWith('−') && !text.Contains(' ') && !text.Contains('/'));
        return MathScripts.Above(text) ?? (isOne ? $"^{text}" : $"^({text})");
    }

    // A fraction is two that a line holds together.
    private static int Count(IEnumerable<XElement> elements) =>
        elements.SelectMany(Pieces).Sum(piece => piece.Kind == PieceKind.Fraction ? 2 : 1);

    // One piece, a letter with its d or its factorial, a function of something, or what has brackets of its own.
    private static string Single(string text, int pieces) =>
        (pieces == 1 && !text.StartsWith('(')) || Alone().IsMatch(text) ? text : $"({text})";

    private static bool IsSum(string text)
    {
        int depth = 0;
        return text.Index().Any(at =>
        {
            depth += at.Item is '(' or '[' ? 1 : at.Item is ')' or ']' ? -1 : 0;
            return depth == 0 && at.Item is '+' or '−' or '⊙' && at.Index > 0 && text[at.Index - 1] == ' ';
        });
    }

    [GeneratedRegex(@"^(\p{L}[\p{L}!]?|\p{L}*\([^()]*\)[²³]?|‖[^‖]*‖)$")]
    private static partial Regex Alone();
}
