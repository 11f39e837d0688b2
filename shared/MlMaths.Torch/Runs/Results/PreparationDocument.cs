using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>What was done to the columns, as <c>preparation.json</c> says it.</summary>
internal static class PreparationDocument
{
    /// <summary>Rows, rows left out, and every column of the file.</summary>
    public static ResultDocument Of(FittedPreparation preparation, RowCopies? copies) => new("preparation.json", new
    {
        Rows = preparation.Table.RowCount,
        RowsLeftOut = preparation.Table.LeftOut.Select(one => new { one.Reason, Count = one.Rows.Count }).ToArray(),
        Reading = preparation.Table.Notes.Select(note => note.Sentence).ToArray(),
        Copies = copies is null ? null : new { copies.Rows, copies.ByChance, copies.StayTogether },
        MissingValues = preparation.Table.Options.MissingValues.Select(one => new { one.Column, one.Value }).ToArray(),
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
            column.Learnt,
            Suspects = column.Plan.Suspects.Select(suspect => new { suspect.Value, suspect.Rows, suspect.Why }).ToArray(),
        }).ToArray(),
    });
}
