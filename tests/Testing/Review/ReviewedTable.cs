namespace MlMaths.Torch.Tests.Review;

/// <summary>A table of a page.</summary>
/// <param name="Section">The heading above it.</param>
/// <param name="Headers">Without markup.</param>
/// <param name="Rows">Cells without markup, as many as headers.</param>
internal sealed record ReviewedTable(string Section, string[] Headers, IReadOnlyList<string[]> Rows);
