using System.Globalization;

namespace MlMaths.Torch.Calculus;

/// <summary>A term as it stands in a formula.</summary>
internal static class TermText
{
    private const int OfSum = 1, OfProduct = 2, OfPower = 3;

    public static string Of(Term term) => Of(term, 0);

    private static string Of(Term term, int around)
    {
        (string text, int own) = Written(term);
        return own < around ? $"({text})" : text;
    }

    private static (string Text, int Binds) Written(Term term) => term.Kind switch
    {
        TermKind.Letter or TermKind.Given or TermKind.Size => (term.Name, OfPower + 1),
        TermKind.Number => (Number(term.Value), term.Value < 0 ? OfSum : OfPower + 1),
        TermKind.Sum => (Added(term), OfSum),
        TermKind.Negative => ($"−{Of(term.Parts[0], OfProduct)}", OfSum),
        TermKind.Product => (Multiplied(term), OfProduct),
        TermKind.Inverse => ($"1/{Of(term.Parts[0], OfPower)}", OfProduct),
        TermKind.MatrixProduct => ($"{Of(term.Parts[0], OfPower)} {Of(term.Parts[1], OfPower)}", OfProduct),
        TermKind.Transpose => ($"{Of(term.Parts[0], OfPower + 1)}ᵀ", OfPower),
        TermKind.Function when term.Function == ElementFunction.Square => ($"{Of(term.Parts[0], OfPower + 1)}²", OfPower),
        TermKind.Function when term.Function == ElementFunction.Root => ($"√{Of(term.Parts[0], OfPower + 1)}", OfPower),
        TermKind.Function when term.Function == ElementFunction.Absolute => ($"|{Of(term.Parts[0])}|", OfPower + 1),
        TermKind.Function => ($"{NameOf(term.Function)}({Of(term.Parts[0])})", OfPower + 1),
        TermKind.Maximum => ($"max({Of(term.Parts[0])}, {Of(term.Parts[1])})", OfPower + 1),
        TermKind.SumAlong => ($"Σ{(term.Axis == 0 ? "ᵢ" : "ⱼ")} {Of(term.Parts[0], OfProduct)}", OfProduct),
        TermKind.SumOfAll => ($"{(term.Parts[0].Shape.Length == 2 ? "ΣΣ" : "Σ")} {Of(term.Parts[0], OfProduct)}", OfProduct),
        TermKind.SumOfBytes => ($"{Of(term.Parts[0], OfPower)}.sum(0)", OfPower),
        TermKind.RunningSum => ($"running sum of {Of(term.Parts[0], OfProduct)}", OfProduct),
        TermKind.RowBefore => ($"{Of(term.Parts[0], OfPower)}[row before]", OfPower),
        TermKind.OneHot => ($"1 at {Of(term.Parts[0], OfPower)}{(term.Value == 0 ? "" : Number(term.Value))}", OfProduct),
        TermKind.Column => Written(term.Parts[0]),
        TermKind.Ones => ("1", OfPower + 1),
        TermKind.Rows => ($"{Of(term.Parts[0], OfPower)}[row {term.Axis}, {term.Keeps}]", OfPower),
        TermKind.ProductOfSums => ($"Σ {Of(term.Parts[0], OfPower)} Σ {Of(term.Parts[1], OfPower)}", OfProduct),
    };

    private static string Added(Term sum)
    {
        string text = Of(sum.Parts[0], OfSum);
        foreach (Term part in sum.Parts.Skip(1))
        {
            (bool less, Term what) = part.Kind == TermKind.Negative ? (true, part.Parts[0]) : (false, part);
            text += what.Kind == TermKind.Number && what.Value < 0
                ? $" − {Number(-what.Value)}" : $" {(less ? '−' : '+')} {Of(what, OfProduct)}";
        }
        return text;
    }

    private static string Multiplied(Term product)
    {
        string text = "", divided = "";
        Term? before = null;
        foreach (Term part in product.Parts)
        {
            if (part.Kind == TermKind.Inverse)
            {
                divided += $"/{Of(part.Parts[0], OfPower)}";
                continue;
            }
            string sign = before is null ? "" : before.Shape.Length == 0 || part.Shape.Length == 0 ? " · " : " ⊙ ";
            text += sign + Of(part, OfProduct);
            before = part;
        }
        return (text.Length == 0 ? "1" : text) + divided;
    }

    private static string Number(double value) => value switch
    {
        -1 => "−1",
        _ when Math.Abs(value - Math.Sqrt(2 * Math.PI)) < 1e-12 => "√(2π)",
        _ when Math.Abs(value - Math.Sqrt(2)) < 1e-12 => "√2",
        0.5 => "½",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−'),
    };

    public static string NameOf(ElementFunction function) => function switch
    {
        ElementFunction.Sigmoid => "σ",
        ElementFunction.Tanh => "tanh",
        ElementFunction.Relu => "ReLU",
        ElementFunction.Positive => "1(· > 0)",
        ElementFunction.NotPositive => "1(· < 0)",
        ElementFunction.Sign => "sign",
        ElementFunction.Absolute => "|·|",
        ElementFunction.Exp => "exp",
        ElementFunction.Log => "ln",
        ElementFunction.Square => "square",
        ElementFunction.Root => "√",
        ElementFunction.Erf => "erf",
        ElementFunction.Softmax => "softmax",
        ElementFunction.LogSoftmax => "ln softmax",
    };
}
