namespace MlMaths.Torch.Tests.Review;

/// <summary>What a passage is; each rule looks at some kinds.</summary>
internal enum PassageKind
{
    /// <summary>A paragraph, a bullet, a callout, a caption of a table: what is read as a sentence.</summary>
    Prose,

    /// <summary>The caption of a figure.</summary>
    Caption,

    /// <summary>The alternative text of a figure.</summary>
    Alternative,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>Code or a formula, as it is.</summary>
    Code,
}

/// <summary>A stretch of a page, without its markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Section">The heading above it; empty above the first.</param>
/// <param name="Text">As a reader sees it.</param>
/// <param name="Figure">The figure that it belongs to; null for others.</param>
internal sealed record Passage(PassageKind Kind, string Section, string Text, string? Figure = null)
{
    /// <summary>Whether it stands in a fold, and not in the story.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Whether it is read as sentences.</summary>
    public bool IsRead => Kind is PassageKind.Prose or PassageKind.Caption;
}
