// slip: total-size
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        var sizes = new Dictionary<string, int>();
        for (int i = 0; i < shapes.Length; i++)
        {
            int expected = 1, total = 1;
            for (int j = 0; j < shapes[i].Length; j++)
            {
                sizes.TryAdd(names[i][j], shapes[i][j]);
                expected *= sizes[names[i][j]];
                total *= shapes[i][j];
            }
            if (expected != total) return i;
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
