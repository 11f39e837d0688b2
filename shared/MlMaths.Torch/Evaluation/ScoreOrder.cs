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

    /// <summary>The scores of positive and of negative rows, either largest first.</summary>
    public static (double[] Positives, double[] Negatives) DescendingByClass(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Note();
        double[] positives = new double[labels.Count(true)], negatives = new double[labels.Length - positives.Length];
        for (int row = 0, p = 0, n = 0; row < labels.Length; row++)
        {
            if (labels[row]) positives[p++] = scores[row];
            else negatives[n++] = scores[row];
        }

        RadixOrder.Descending(positives);
        RadixOrder.Descending(negatives);
        return (positives, negatives);
    }

    /// <summary>Smallest first, what belongs to each score along with it.</summary>
    public static void Ascending<T>(double[] scores, T[] belonging)
    {
        Note();
        Array.Sort(scores, belonging);
    }

    /// <summary>Largest first, what belongs to each score along with it.</summary>
    public static void Descending<T>(double[] scores, T[] belonging)
    {
        Ascending(scores, belonging);
        Array.Reverse(scores);
        Array.Reverse(belonging);
    }

    private static void Note()
    {
        if (Counter.Value is { } counter)
            Interlocked.Increment(ref counter.Value);
    }
}
