using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>Rows drawn by a seed: a sample of a large table, or an order of all.</summary>
internal static class DrawnSample
{
    /// <summary>0 … n − 1 in a drawn order (R. Durstenfeld, Algorithm 235, Communications of the ACM 7, 1964).</summary>
    public static void Shuffle<T>(Span<T> values, ref SplitMix64 chance)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = chance.Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>At most so many of n rows, none twice, ascending; all of them where they are few enough.</summary>
    public static int[] Of(int rows, int wanted, int seed)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        if (rows <= wanted) return order;
        SplitMix64 chance = new(seed);
        Shuffle<int>(order, ref chance);
        Array.Resize(ref order, wanted);
        Array.Sort(order);
        return order;
    }

    /// <summary>Those rows of X, in the caller's scope; X itself where it is all of them.</summary>
    public static Tensor Select(Tensor X, int[] rows) =>
        rows.Length == X.size(0) ? X.alias() : X.index_select(0, torch.tensor(rows, torch.ScalarType.Int64, X.device));
}
