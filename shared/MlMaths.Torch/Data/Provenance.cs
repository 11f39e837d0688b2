namespace MlMaths.Torch.Data;

/// <summary>Where rows come from, and who may use them.</summary>
/// <param name="Source">Author, year, title, archive; for a file of the user, its path as it was typed.</param>
/// <param name="Licence">Licence in words.</param>
/// <param name="Sha256">Hash of the file's bytes (of the drawn numbers, where there is no file), 64 lower-case hex digits.</param>
/// <param name="Doi">Digital object identifier, without <c>https://doi.org/</c>.</param>
public sealed record Provenance(string Source, string Licence, string Sha256, string? Doi = null);
