namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>Numbers that claim nothing that a run could support.</summary>
/// <param name="Line">Of the text.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">What it is: a year, a version.</param>
internal sealed record PassedNumber(int Line, string Text, string Kind);
