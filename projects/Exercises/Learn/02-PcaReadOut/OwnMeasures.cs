using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Learn.Own;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>The learner's components of four columns of their own.</summary>
internal static class OwnMeasures
{
    public static OwnUse Use { get; } = new(Read, Lines);

    private static OwnRows Read(Exercise exercise, OwnFile file)
    {
        OwnRows rows = file.Features(exercise);
        if (rows.Columns.Count == Measures.Columns && rows.Rows.Length > Measures.Columns) return rows;
        throw new UserMistakeException(rows.Columns.Count == Measures.Columns
            ? $"{Quoted.Path(file.Path)} has {Counted.Rows(rows.Rows.Length)}, and four components need five or more."
            : $"Your methods take four columns of numbers, and {Quoted.Path(file.Path)} has {rows.Columns.Count}: "
                + $"{OwnFile.Names(rows.Columns)}. Give a file of four; --target COLUMN leaves out a class.");
    }

    private static IReadOnlyList<string> Lines(LearnerAssembly answer, OwnRows rows)
    {
        double[][] components = Method("Components", Table.Rows) ?? [];
        double[] ratios = Method("Ratios", Table.Row) ?? [];
        return
        [
            .. components.Zip(ratios).Select((pair, k) =>
                FormattableString.Invariant($"PC{k + 1}  {NumberText.Percent(pair.Second)} of the variance: ")
                + string.Join(", ", pair.First.Zip(rows.Columns, (entry, name) => $"{NumberText.Fixed(entry, 2)} {Quoted.Value(name)}"))),
        ];

        T Method<T>(string name, Func<object?, T> read) => OwnUse.Method(
            answer, name, [typeof(double[][])], own => [own.Rows.Select(row => (double[])row.Clone()).ToArray()], read)(rows);
    }
}
