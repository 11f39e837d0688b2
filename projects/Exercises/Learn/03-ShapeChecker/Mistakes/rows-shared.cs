// slip: rows-shared
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        int batch = shapes[0][0];
        var known = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
        {
            if (shapes[i].Length != names[i].Length || shapes[i][0] != batch) return i;
            foreach (var (name, size) in names[i].Zip(shapes[i]))
            {
                if (known.TryGetValue(name, out int other) && other != size) return i;
                known[name] = size;
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
