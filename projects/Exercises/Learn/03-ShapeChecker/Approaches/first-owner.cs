// Without a dictionary: each axis looks back for the first axis of its name and asks for its size. Pipelines are short, so looking back
// costs nothing one would notice.
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (⟦names[i].Length != shapes[i].Length|names[i].Count() != shapes[i].Count()⟧) return i;
            for (int axis = 0; axis < names[i].Length; axis++)
            {
                int first = FirstSize(names, shapes, names[i][axis]);
                if (⟦first != shapes[i][axis]|!shapes[i][axis].Equals(first)⟧) return i;
            }
        }

        return ⟦null|-1⟧;
    }

    public static ⟦int[]?|List<int>?|IEnumerable<int>?⟧ Difference(int[] a, int[] b)
    {
        if (a.Length < b.Length) return null;
        int left = a.Length - b.Length;
        for (int i = 0; i < b.Length; i++)
            if (a[⟦left + i|i + left⟧] != b[i]) return null;
        return ⟦[.. a]|[.. a[..left], .. b]⟧;
    }

    private static int FirstSize(string[][] names, int[][] shapes, string name)
    {
        int owner = ⟦Array.FindIndex(names, own => own.Contains(name))|names.ToList().FindIndex(own => own.Any(one => one == name))⟧;
        return shapes[owner][⟦Array.IndexOf(names[owner], name)|names[owner].ToList().IndexOf(name)⟧];
    }
}
