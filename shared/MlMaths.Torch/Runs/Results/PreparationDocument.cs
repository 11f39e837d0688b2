using MlMaths.Torch.Data;

namespace MlMaths.Torch.Runs;

/// <summary>What was done to the columns, as <c>preparation.json</c> says it.</summary>
internal static class PreparationDocument
{
    /// <summary>Rows, rows left out, and every column of the file.</summary>
    public static ResultDocument Of(FittedPreparation preparation) => new("preparation.json", new
    {
        Rows = preparation.Table.RowCount,
        RowsLeftOut = preparation.Table.LeftOut.Select(one => new { one.Reason, Count = one.Rows.Count }).ToArray(),
        Reading = preparation.Table.Notes.Select(note => note.Sentence).ToArray(),
        Columns = preparation.Columns.Select(column => new
        {
            column.Name,
            TakenAs = column.Plan.Kind,
            column.Plan.Action,
            column.Features,
            column.Plan.Column.Missing,
            column.Levels,
            column.Reference,
            column.Plan.Reason,
            Suspects = column.Plan.Suspects.Select(suspect => new { suspect.Value, suspect.Rows, suspect.Why }).ToArray(),
        }).ToArray(),
    });
}
