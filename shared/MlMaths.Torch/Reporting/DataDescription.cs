using MlMaths.Torch.Data;

namespace MlMaths.Torch.Reporting;

/// <summary>Which data a run has seen, exactly enough to recognise them again.</summary>
/// <param name="Name">Name of the embedded set, or the file's name.</param>
/// <param name="Rows">Number of rows, without the header.</param>
/// <param name="Columns">Number of feature columns.</param>
/// <param name="Target">Name of the column that is predicted; null where there is none.</param>
/// <param name="Positive">The value of the target that counts as positive; null where there is no such value.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, in lower-case hexadecimal.</param>
public sealed record DataDescription(string Name, int Rows, int Columns, string? Target, string? Positive, string Sha256)
{
    /// <summary>Rows of the file, those that were left out included; null where no file was read column by column.</summary>
    public int? RowsRead { get; init; }

    /// <summary>Why rows were left out, and how many: <c>no target: 3</c>; null where none was.</summary>
    public string? RowsLeftOut { get; init; }

    /// <summary>What a data set says of itself.</summary>
    public static DataDescription Of(Dataset dataset, string? positive) =>
        new(dataset.Name, dataset.Rows, dataset.Columns, dataset.TargetName, positive, dataset.Sha256)
        {
            RowsRead = dataset.Raw?.Table.RowCount,
            RowsLeftOut = dataset.Raw?.Table.LeftOut is { Count: > 0 } leftOut
                ? string.Join("; ", leftOut.Select(one => $"{one.Reason}: {one.Rows.Count}"))
                : null,
        };
}
