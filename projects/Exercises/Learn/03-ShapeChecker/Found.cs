namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary>What a checker made of a pipeline.</summary>
/// <param name="Index">The tensor it named; null where it named none.</param>
/// <param name="Kept">Of a call: what a checker would name that never forgets the sizes of the pipelines it was asked about before.</param>
/// <param name="NeverForgets">Of a slip: that it is this one, whose answer depends on the calls before.</param>
internal sealed record Found(int? Index, int? Kept = null, bool NeverForgets = false)
{
    public static bool Same(Found one, Found other) =>
        one.NeverForgets && !other.NeverForgets ? other.Kept == other.Index : one.Index == other.Index;

    public override string ToString() => Index is { } index ? FormattableString.Invariant($"{index}") : "null";
}

/// <summary>Runs beside a learner's method, with a memory that is never emptied: a static dictionary that nobody clears.</summary>
internal sealed class KeptSizes
{
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);

    public int? Asked(Pipeline at)
    {
        for (int i = 0; i < at.Names.Length; i++)
        {
            if (at.Names[i].Length != at.Shapes[i].Length) return i;
            for (int axis = 0; axis < at.Names[i].Length; axis++)
            {
                if (!_sizes.TryAdd(at.Names[i][axis], at.Shapes[i][axis]) && _sizes[at.Names[i][axis]] != at.Shapes[i][axis]) return i;
            }
        }

        return null;
    }
}
