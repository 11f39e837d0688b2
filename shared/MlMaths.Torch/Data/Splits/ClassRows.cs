using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Data;

/// <summary>The rows of one class.</summary>
internal sealed record ClassRows(string Label, int[] Rows)
{
    /// <summary>Every class in alphabetic order, so that the order of a file's rows decides nothing; its rows shuffled.</summary>
    public static IReadOnlyList<ClassRows> Shuffled(IReadOnlyList<string> classes, int seed) =>
        Shuffled(classes, Enumerable.Range(0, classes.Count), seed);

    /// <summary>The same of some rows.</summary>
    public static IReadOnlyList<ClassRows> Shuffled(IReadOnlyList<string> classes, IEnumerable<int> rows, int seed)
    {
        ClassRows[] groups =
        [
            .. rows
                .GroupBy(row => classes[row])
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ClassRows(group.Key, [.. group])),
        ];
        for (int i = 0; i < groups.Length; i++)
            Shuffle.InPlace<int>(groups[i].Rows, seed, DrawnFor.Split, i);
        return groups;
    }
}
