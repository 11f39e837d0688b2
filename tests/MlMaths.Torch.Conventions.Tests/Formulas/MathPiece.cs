namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>What a piece of a formula is, for the blanks around it.</summary>
internal enum PieceKind
{
    /// <summary>A letter, a number, a root.</summary>
    Letter,

    /// <summary>A word that stands for a function or a number: ln, TP.</summary>
    Word,

    /// <summary>Prose.</summary>
    Text,

    /// <summary>Above over below, on one line.</summary>
    Fraction,

    /// <summary>Σ and its kin.</summary>
    Sum,

    /// <summary>Stands between two, with a blank on either side.</summary>
    Relation,

    /// <summary>A sign in front of a number.</summary>
    Sign,

    /// <summary>A bracket that opens.</summary>
    Open,

    /// <summary>A bracket that closes.</summary>
    Close,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A bar, whose side one cannot tell, or nothing.</summary>
    Bare,

    /// <summary>A wide blank.</summary>
    Blank,
}

/// <summary>A piece of a formula in Unicode.</summary>
internal sealed record MathPiece(string Text, PieceKind Kind)
{
    private const string Attached = " ,.:;)";
    private const string Relations = "=+−⊙⋅·×∈≤≥<>→⇒←≈∼~∝±∗≠⟹⟵:";

    public static MathPiece Name(string text) => new(
        text, text == "/" ? PieceKind.Bare : text.Length > 1 && char.IsLetter(text[0]) ? PieceKind.Word : PieceKind.Letter);

    public static MathPiece Operator(string text, string? form) => text switch
    {
        "∑" => new("Σ", PieceKind.Sum),
        "∫" or "∇" or "∂" => new(text, PieceKind.Sign),
        "⋅" => new("·", PieceKind.Relation),
        "∼" => new("~", PieceKind.Relation),
        "⟹" => new("⇒", PieceKind.Relation),
        "⋯" or "…" => new("…", PieceKind.Letter),
        ['′', ..] => new(new string('\'', text.Length), PieceKind.Bare),
        "∗" when form == "prefix" => new("*", PieceKind.Letter),
        "|" when form is null => new("|", PieceKind.Relation),
        "∣" => new("|", PieceKind.Relation),
        "/" => new(text, PieceKind.Bare),
        "," or ";" => new(text, PieceKind.Comma),
        _ when text.Length == 1 && Relations.Contains(text[0]) => new(text, form == "prefix" ? PieceKind.Sign : PieceKind.Relation),
        _ => new(text, form == "postfix" ? PieceKind.Close : PieceKind.Open),
    };

    /// <summary>A blank of at least a letter's width; thin ones say nothing in a terminal.</summary>
    public static IEnumerable<MathPiece> Space(string? width) =>
        width is not null && double.Parse(width.AsSpan().TrimEnd("em"), System.Globalization.CultureInfo.InvariantCulture) >= 1
            ? [new("", PieceKind.Blank)]
            : [];

    public static string Between(MathPiece before, MathPiece after) => (before.Kind, after.Kind) switch
    {
        (PieceKind.Blank, _) or (_, PieceKind.Comma or PieceKind.Close) => "",
        (_, PieceKind.Blank) => "   ",
        (PieceKind.Relation, _) or (_, PieceKind.Relation) or (PieceKind.Comma, _) => " ",
        (PieceKind.Text, PieceKind.Text) => "",
        (PieceKind.Text, _) => before.Text.EndsWith(' ') || before.Text.EndsWith('(') ? "" : " ",
        (PieceKind.Open or PieceKind.Bare, PieceKind.Text) => "",
        (_, PieceKind.Text) => Attached.Contains(after.Text[0]) ? "" : " ",
        (PieceKind.Open or PieceKind.Sign, _) => "",
        (PieceKind.Word, PieceKind.Open) => "",
        (PieceKind.Word or PieceKind.Fraction or PieceKind.Sum, not PieceKind.Bare) or (_, PieceKind.Fraction or PieceKind.Sum) => " ",
        (PieceKind.Letter or PieceKind.Close, PieceKind.Word) => " ",
        _ => "",
    };
}
