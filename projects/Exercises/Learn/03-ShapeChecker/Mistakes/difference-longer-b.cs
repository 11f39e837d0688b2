// slip: axes-not-counted
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
                else if (known[names[i][j]] != shapes[i][j]) return i;
            }
        }
        return null;
    }

    public static int[]? Difference(int[] a, int[] b)
    {
        for (int i = 1; i <= Math.Min(a.Length, b.Length); i++)
            if (a[^i] != b[^i]) return null;
        return a;
    }
}
