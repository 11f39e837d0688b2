namespace MlMaths.Torch.Data;

/// <summary>What is known about an embedded data set before it is read.</summary>
/// <param name="Name">What to type: the file's name without its extension.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Features">Columns besides the target.</param>
/// <param name="Target">Name of the target.</param>
/// <param name="TargetValues">What the target may be, in words.</param>
/// <param name="DefaultPositive">The label that is looked for; null where there is no custom.</param>
/// <param name="Origin">Author, year, title, archive.</param>
/// <param name="Doi">Digital object identifier; null where the source has none of its own.</param>
/// <param name="Licence">Licence in words.</param>
internal sealed record CatalogueEntry(
    string Name, int Rows, int Features, string Target, string TargetValues, string? DefaultPositive, string Origin,
    string? Doi, string Licence)
{
    /// <summary>Whether it is as it was found, faults included: read as a file of the user's is.</summary>
    public bool IsAsFound { get; init; }

    /// <summary>Names of all columns, where the file has no header; null where it has.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }
}
