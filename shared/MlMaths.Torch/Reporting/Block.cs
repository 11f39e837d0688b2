using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Reporting;

/// <summary>A piece of a section, as data; how it looks is the writers' business.</summary>
public abstract record Block
{
    /// <summary>
    /// Whether it belongs to the story, which every reader reads. What does not proves the story, and is folded below it. A caution
    /// is told unless it is said not to be; all else is folded unless it is said to be told.
    /// </summary>
    public bool IsTold { get; init; }

    /// <summary>The same as a part of the story, or of what proves it.</summary>
    /// <param name="isTold">Whether of the story.</param>
    public Block Told(bool isTold = true) => this with { IsTold = isTold };

    /// <summary>The same, folded below the story.</summary>
    public Block Folded() => this with { IsTold = false };
}

/// <summary>Running text.</summary>
public sealed record Paragraph(MarkdownText Text) : Block;

/// <summary>A list without an order.</summary>
public sealed record Bullets(params IReadOnlyList<MarkdownText> Entries) : Block;

/// <summary>A figure, and a caption that says what to see in it.</summary>
public sealed record FigureBlock(Figure Figure, MarkdownText Caption) : Block;

/// <summary>A derivation or formula, typeset, in the letters of the code.</summary>
public sealed record Formula(Tex Tex) : Block;

/// <summary>
/// A derivation and the code that calculates it, side by side. A term has one colour in both, and in every <see cref="Tex"/> of the page
/// that marks it with the same <c>\one{…}</c>; where the pointer rests on it, all of them light up, and its line of code.
/// </summary>
/// <param name="Formula">The derivation, with its terms marked.</param>
/// <param name="Code">As the file has it.</param>
/// <param name="Names">What the code calls the terms, the first of them <c>term-1</c>; at most six.</param>
public sealed record DerivationBlock(Tex Formula, string Code, params IReadOnlyList<string> Names) : Block;

/// <summary>Code or a command, as it is typed.</summary>
public sealed record CodeBlock(string Text, string Language = "") : Block;

/// <summary>What must not be read over.</summary>
public sealed record Callout(CalloutKind Kind, MarkdownText Text) : Block
{
    /// <summary>Good to know.</summary>
    public static Callout Note(MarkdownText text) => new(CalloutKind.Note, text);

    /// <summary>A trap, or a limit of what was found.</summary>
    public static Callout Caution(MarkdownText text) => new(CalloutKind.Caution, text) { IsTold = true };
}

/// <summary>How loudly a callout speaks.</summary>
public enum CalloutKind
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>A trap, or a limit of what was found.</summary>
    Caution,
}
