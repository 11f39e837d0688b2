// slip: axes-not-counted
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        var known = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
        {
            foreach (var (name, size) in names[i].Zip(shapes[i]))
            {
                known.TryAdd(name, size);
                if (known[name] != size) return i;
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
