// All axes so far as one flat list of name and size: a pipeline fits as long as no name in it has two sizes. Slower, for it begins anew at
// every tensor, but it reads like the definition.
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        for (int i = 0; i < names.Length; i++)
            if (names[i].Length != shapes[i].Length || HasTwoSizes(names, shapes, i + 1)) return i;
        return ⟦null|-1⟧;
    }

    public static int[]? Difference(int[] a, int[] b) =>
        ⟦b.Length <= a.Length && a[^b.Length..].SequenceEqual(b)|b.Length <= a.Length && a.Skip(a.Length - b.Length).SequenceEqual(b)⟧
            ? ⟦a|[.. a]⟧
            : ⟦null|throw new InvalidOperationException($"({string.Join(", ", a)}) does not end in ({string.Join(", ", b)}).")⟧;

    private static bool HasTwoSizes(string[][] names, int[][] shapes, int tensors) =>
        Enumerable.Range(0, tensors)
            .SelectMany(i => ⟦names[i].Zip(shapes[i])|names[i].Select((name, axis) => (First: name, Second: shapes[i][axis]))⟧)
            .GroupBy(axis => axis.First, axis => axis.Second)
            .Any(sizes => ⟦sizes.Distinct().Count() > 1|sizes.Min() != sizes.Max()|sizes.ToHashSet().Count > 1⟧);
}
