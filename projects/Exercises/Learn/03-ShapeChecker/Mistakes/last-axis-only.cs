// slip: last-axis-only
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        Dictionary<string, int> sizes = [];
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i].Last();
            int size = shapes[i].Last();
            if (!sizes.TryAdd(name, size) && sizes[name] != size) return i;
        }
        return null;
    }

    public static int[]? Difference(int[] a, int[] b)
    {
        if (b.Length > a.Length) return null;
        for (int i = 1; i <= b.Length; i++)
            if (a[^i] != b[^i]) return null;
        return a;
    }
}
