// A dictionary binds each name at its first meeting, and every later meeting is compared with it. One pass, and it stops where the answer
// is known.
static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes)
    {
        ⟦var bound = new Dictionary<string, int>()|Dictionary<string, int> bound = []|var bound = new SortedDictionary<string, int>()⟧;
        for (int i = 0; i < names.Length; i++)
        {
            if (⟦names[i].Length != shapes[i].Length|shapes[i].Length - names[i].Length != 0⟧) return i;
            for (int axis = ⟦0; axis < names[i].Length; axis++|names[i].Length - 1; axis >= 0; axis--⟧)
            {
                string name = names[i][axis];
                ⟦bound.TryAdd(name, shapes[i][axis])|if (!bound.ContainsKey(name)) bound[name] = shapes[i][axis]⟧;
                if (bound[name] != shapes[i][axis]) return i;
            }
        }

        return ⟦null|-1⟧;
    }

    public static int[]? Difference(int[] a, int[] b)
    {
        if (b.Length > a.Length) ⟦return null;|throw new ArgumentException("b has more axes than a.");⟧
        for (int end = ⟦1; end <= b.Length; end++|b.Length; end >= 1; end--⟧)
            if (⟦a[^end] != b[^end]|a[a.Length - end] != b[b.Length - end]⟧)
                ⟦return null;|throw new ArgumentException("a does not end in the shape of b.");⟧
        return ⟦a|a.ToArray()⟧;
    }
}
