namespace MlMaths.Torch.Data;

/// <summary>What was done to a file before its cells were looked at.</summary>
public enum ReadingStep
{
    /// <summary>Bytes became letters in another way than UTF-8.</summary>
    Decoded,

    /// <summary>Lines above the header were passed over.</summary>
    SkippedLines,

    /// <summary>Columns were separated by runs of blanks.</summary>
    SeparatedByBlanks,

    /// <summary>Names came from elsewhere than the first line.</summary>
    Named,

    /// <summary>Numbers were written in another way than with a point.</summary>
    Numbers,

    /// <summary>Limits of what could be measured were read in the place of values beyond them.</summary>
    Limits,

    /// <summary>Quotes were taken off.</summary>
    Unquoted,

    /// <summary>Spellings of one word were read as one.</summary>
    Spelling,

    /// <summary>Words were read as no value, as tools write it.</summary>
    MissingByCustom,

    /// <summary>Digits that begin with 0 were kept as texts.</summary>
    Codes,

    /// <summary>Values were declared missing.</summary>
    DeclaredMissing,

    /// <summary>Dates were read.</summary>
    Dates,
}

/// <summary>One thing that was done, and a sentence that says so.</summary>
/// <param name="Step">What.</param>
/// <param name="Sentence">Whole, with data in it as it is: to be escaped wherever it is shown.</param>
public sealed record ReadingNote(ReadingStep Step, string Sentence);

/// <summary>Rows of the file that take no part.</summary>
/// <param name="Reason">A clause: <c>no target</c>.</param>
/// <param name="Rows">1-based rows below the header.</param>
public sealed record LeftOutRows(string Reason, IReadOnlyList<int> Rows);
