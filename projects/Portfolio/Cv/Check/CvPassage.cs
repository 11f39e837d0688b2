namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>A sentence of a CV, without its markup.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">On one line.</param>
internal sealed record CvPassage(int Line, string Text);
