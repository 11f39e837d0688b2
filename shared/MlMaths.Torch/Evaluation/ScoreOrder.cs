using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Where scores are sorted. A sort is the dearest step on the way from scores to a figure, so a test counts them: one for
/// each set of scores.
/// </summary>
internal static class ScoreOrder
{
    private static readonly AsyncLocal<StrongBox<int>?> Counter = new();

    /// <summary>Counts the sorts that this caller and whatever it starts bring about from here on.</summary>
    public static StrongBox<int> Counted() => Counter.Value = new StrongBox<int>();

    /// <summary>Smallest first, what belongs to each score along with it.</summary>
    public static void Ascending<T>(double[] scores, T[] belonging)
    {
        if (Counter.Value is { } counter)
            Interlocked.Increment(ref counter.Value);
        Array.Sort(scores, belonging);
    }

    /// <summary>Largest first, what belongs to each score along with it.</summary>
    public static void Descending<T>(double[] scores, T[] belonging)
    {
        Ascending(scores, belonging);
        Array.Reverse(scores);
        Array.Reverse(belonging);
    }
}
