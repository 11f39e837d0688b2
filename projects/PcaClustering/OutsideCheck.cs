using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>
/// How far the groups follow a column of texts that neither components nor k-means saw: texts have no distance, but they can say
/// afterwards what the groups are.
/// </summary>
/// <param name="Column">As the file has it.</param>
/// <param name="Levels">Different texts.</param>
/// <param name="AdjustedRand">0 is chance, 1 the same groups.</param>
/// <param name="Information">Normalised mutual information.</param>
internal sealed record OutsideCheck(string Column, int Levels, double AdjustedRand, double Information)
{
    private const int MaxLevels = 30;

    /// <summary>Of every column of texts that was left outside, the closest first.</summary>
    public static IReadOnlyList<OutsideCheck> Of(RawRows? raw, IReadOnlyList<int> labels) => raw is null ? [] :
    [
        .. raw.Table.Columns
            .Where(plan => plan is { Action: ColumnAction.Dropped, Kind: ColumnKind.Category or ColumnKind.Binary,
                Column.IsNumeric: false })
            .Select(plan => Of(plan.Column, raw.Rows, labels)).OfType<OutsideCheck>()
            .OrderByDescending(check => check.AdjustedRand),
    ];

    private static OutsideCheck? Of(RawColumn column, int[] rows, IReadOnlyList<int> labels)
    {
        string[] texts = [.. rows.Select(row => column.Text(row) ?? "")];
        string[] levels = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        if (levels.Length is < 2 or > MaxLevels) return null;
        int[] ofRow = [.. texts.Select(text => Array.BinarySearch(levels, text, StringComparer.Ordinal))];
        PartitionAgreement agreement = PartitionAgreement.Of([.. labels], ofRow);
        return new(column.Name, levels.Length, agreement.AdjustedRand, agreement.NormalisedMutualInformation);
    }
}
