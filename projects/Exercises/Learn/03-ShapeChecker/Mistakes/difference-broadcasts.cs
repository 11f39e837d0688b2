// slip: broadcasts
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
        int axes = Math.Max(a.Length, b.Length);
        var result = new int[axes];
        for (int i = 0; i < axes; i++)
        {
            int x = i < axes - a.Length ? 1 : a[i - (axes - a.Length)];
            int y = i < axes - b.Length ? 1 : b[i - (axes - b.Length)];
            if (x != y && x != 1 && y != 1) return null;
            result[i] = Math.Max(x, y);
        }
        return result;
    }
}
