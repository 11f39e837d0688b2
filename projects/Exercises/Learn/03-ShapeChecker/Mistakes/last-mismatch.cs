// slip: last-mismatch
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        var bound = new Dictionary<string, int>();
        int? wrong = null;
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length != shapes[i].Length) { wrong = i; continue; }
            for (int j = 0; j < names[i].Length; j++)
            {
                bound.TryAdd(names[i][j], shapes[i][j]);
                if (bound[names[i][j]] != shapes[i][j]) wrong = i;
            }
        }
        return wrong;
    }

    public static int[]? Difference(int[] a, int[] b)
    {
        if (b.Length > a.Length) return null;
        for (int i = 1; i <= b.Length; i++)
            if (a[^i] != b[^i]) return null;
        return a;
    }
}
