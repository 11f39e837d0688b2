using MlMaths.Torch.Data;

namespace MlMaths.Torch.Exercises.Learn.Own;

/// <summary>A learner's own CSV, and what is said of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Target">The column of the classes; null for none.</param>
/// <param name="Score">The column of the scores; null for none.</param>
/// <param name="Threshold">Of the scores.</param>
internal sealed record OwnFile(string Path, string? Target, string? Score, double Threshold)
{
    public const int MostRows = 20_000;

    /// <summary>All columns of numbers but the target.</summary>
    /// <param name="exercise">Whom it is read for.</param>
    public OwnRows Features(Exercise exercise)
    {
        Dataset read = Read(exercise);
        bool[] isPositive = Target is null ? [] : BinaryTarget.From(read).IsPositive;
        return new(read.ColumnNames, [.. Enumerable.Range(0, read.Rows).Select(row => read.Row(row).ToArray())], isPositive, Threshold);
    }

    /// <summary>One column of scores, and the classes.</summary>
    /// <param name="exercise">Whom they are read for.</param>
    public OwnRows Scores(Exercise exercise)
    {
        string typed = $"--target COLUMN --score COLUMN, with which {exercise.ShortTitle.ToLowerInvariant()} reads your file";
        if (Target is null || Score is null) throw new UserMistakeException($"Name the class and the score of each row: {typed}.");
        OwnRows all = Features(exercise);
        int place = all.Columns.ToList().IndexOf(Score);
        return place >= 0
            ? all with { Columns = [Score], Rows = [.. all.Rows.Select(row => new[] { row[place] })] }
            : throw new UserMistakeException(
                $"{Quoted.Path(Path)} has no column of numbers named {Quoted.Value(Score)}; it has {Names(all.Columns)}.");
    }

    /// <summary>Names, as a sentence lists them.</summary>
    public static string Names(IReadOnlyList<string> columns) =>
        $"{string.Join(", ", columns.Take(8).Select(name => Quoted.Value(name)))}{(columns.Count > 8 ? ", …" : "")}";

    private Dataset Read(Exercise exercise)
    {
        Dataset read = CsvDataset.Read(Path, new ColumnRoles(Target) { TargetMayLack = Target is null });
        string which = FormattableString.Invariant($"exercise {exercise.Number}");
        if (read.Rows > MostRows)
            throw new UserMistakeException($"{Quoted.Path(Path)} has {Counted.Rows(read.Rows)}, and {which} takes {MostRows:N0} at most.");
        int lacking = Enumerable.Range(0, read.Columns).FirstOrDefault(j => read.Column(j).Any(one => !double.IsFinite(one)), -1);
        return lacking < 0 ? read : throw new UserMistakeException(
            $"{Quoted.Path(Path)} has empty cells in {Quoted.Value(read.ColumnNames[lacking])}, and {which} takes numbers alone: fill them "
            + $"or leave the rows out.");
    }
}
