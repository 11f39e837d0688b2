using MlMaths.Torch.Data;

namespace MlMaths.Torch.Reporting;

/// <summary>Rows that equal an earlier one, and what was done with them, for a page and a console.</summary>
/// <param name="Rows">How many.</param>
/// <param name="ByChance">How many equal pairs columns that have nothing to do with each other would bring.</param>
/// <param name="StayTogether">Whether they were taken for copies, and kept on one side of every split.</param>
internal sealed record RowCopies(int Rows, double ByChance, bool StayTogether)
{
    // Fewer than one row of a hundred moves no score that a page would round.
    private const double Many = 0.01;

    /// <summary>Whether so many rows may have a copy on the other side of a split that scores are to be read with care.</summary>
    private bool AreMany { get; init; }

    private string? Target { get; init; }

    private MarkdownText But => Target is null ? MarkdownText.Empty : MarkdownText.Of($"{Quoted.Value(Target)} and ");

    /// <summary>Of rows of a file; null where none is equal to another, or another part of the page is about them.</summary>
    public static RowCopies? In(Dataset rows)
    {
        if (rows.Raw is not { } raw) return null;
        var copied = CopiedRows.Of(raw);
        bool isElsewhere = copied.AreCopies && rows.CopyOf is null; // where what chance would cut is looked for
        return copied.Copies == 0 || isElsewhere ? null : new(copied.Copies, copied.ByChance, copied.AreCopies)
        {
            AreMany = copied.Copies >= Many * rows.Rows,
            Target = rows.TargetName,
        };
    }

    /// <summary>A note, or a caution where copies may be on both sides.</summary>
    public Callout Callout => StayTogether
        ? Callout.Note(
            $"**{Counted.Of(Rows, "row equals", "rows equal")} an earlier one** in every column but {But}those that name or number rows; "
            + $"chance would bring about {NumberText.Brief(ByChance)} such pairs. So they were taken for copies of one case, and copies "
            + $"with "
            + $"one label stay on one side of every split: a row whose copy was trained on is remembered, not predicted.")
        : Callout.Caution(
            $"**{Counted.Of(Rows, "row equals", "rows equal")} an earlier one**, and may be a copy or another case that looks alike: the "
            + $"columns hold so few values that chance would bring about {NumberText.Brief(ByChance)} equal pairs. They were split by "
            + $"chance. "
            + $"If they are copies, test rows were trained on: remove them, or name the column that says which rows belong together "
            + $"(`--group COLUMN`, where a command has it).");

    /// <summary>A caution that stands before everything a page says; null where copies stay together, or are few.</summary>
    public MarkdownText? Headline => StayTogether || !AreMany ? null : MarkdownText.Of(
        $"**Caution: {Counted.Of(Rows, "row equals", "rows equal")} an earlier one** and may be a copy: they were split by chance, so "
        + $"that the scores below may be too good.");

    /// <summary>The same in a line.</summary>
    public string Spoken => StayTogether
        ? $"{Counted.Of(Rows, "row equals", "rows equal")} an earlier one: copies stay on one side of a split."
        : $"{Counted.Of(Rows, "row equals", "rows equal")} an earlier one, as chance may bring: the report says what that means.";
}
