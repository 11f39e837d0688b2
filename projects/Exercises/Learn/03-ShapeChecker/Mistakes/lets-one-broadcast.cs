// slip: one-stretches
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        var known = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length != shapes[i].Length) return i;
            for (int j = 0; j < names[i].Length; j++)
            {
                if (!known.ContainsKey(names[i][j])) known[names[i][j]] = shapes[i][j];
                else if (known[names[i][j]] != shapes[i][j] && known[names[i][j]] != 1 && shapes[i][j] != 1) return i;
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
