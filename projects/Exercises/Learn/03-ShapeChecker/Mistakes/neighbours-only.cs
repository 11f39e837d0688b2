// slip: neighbours-only
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        for (int i = 1; i < names.Length; i++)
            for (int j = 0; j < names[i].Length; j++)
            {
                int before = Array.IndexOf(names[i - 1], names[i][j]);
                if (before >= 0 && shapes[i - 1][before] != shapes[i][j]) return i;
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
