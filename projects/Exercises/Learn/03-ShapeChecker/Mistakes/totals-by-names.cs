// slip: totals-by-names
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        var totals = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length != shapes[i].Length) return i;
            string key = string.Join(",", names[i].Order());
            int total = shapes[i].Aggregate(1, (p, q) => p * q);
            if (totals.TryGetValue(key, out int known) && known != total) return i;
            totals[key] = total;
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
