// slip: never-forgets
static class Answer
{
    static readonly Dictionary<string, int> sizes = new();

    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length != shapes[i].Length) return i;
            for (int j = 0; j < names[i].Length; j++)
            {
                if (!sizes.ContainsKey(names[i][j])) sizes[names[i][j]] = shapes[i][j];
                else if (sizes[names[i][j]] != shapes[i][j]) return i;
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
