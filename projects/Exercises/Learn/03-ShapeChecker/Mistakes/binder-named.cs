// slip: binder-named
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        var known = new Dictionary<string, (int Size, int Tensor)>();
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length != shapes[i].Length) return i;
            for (int j = 0; j < names[i].Length; j++)
            {
                known.TryAdd(names[i][j], (shapes[i][j], i));
                if (known[names[i][j]].Size != shapes[i][j]) return known[names[i][j]].Tensor;
            }
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
