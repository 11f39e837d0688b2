namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>A sentence of a CV, without its markup.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">On one line.</param>
internal sealed record CvPassage(int Line, string Text)
{
    /// <summary>The heading that it stands under; empty where it stands under none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The item or the paragraph that it stands in, whole.</summary>
    public string Block { get; init; } = "";

    /// <summary>Which claim it is a part of, in the order of the text: an item of a list, or a sentence.</summary>
    public int Claim { get; init; }
}
