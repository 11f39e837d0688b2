namespace MlMaths.Torch.Calculus;

/// <summary>
/// A formula as plain data: letters, sizes and numbers, and what is done with them. It is never changed; an edit makes another.
/// </summary>
internal sealed class Term
{
    private Term(TermKind kind, Term[] parts, string[] shape)
    {
        (Kind, Parts, Shape) = (kind, parts, shape);
        foreach (Term part in parts) Reads |= part.Reads;
    }

    public TermKind Kind { get; }

    public Term[] Parts { get; }

    /// <summary>A letter for each size, <c>1</c> where it is one.</summary>
    public string[] Shape { get; }

    /// <summary>A bit for each step whose letter stands in it.</summary>
    public ulong Reads { get; private init; }

    /// <summary>Of a letter: which step; of what was given: which input.</summary>
    public int Index { get; private init; }

    /// <summary>Of a letter, a given input or a size.</summary>
    public string Name { get; private init; } = "";

    public double Value { get; private init; }

    public int Axis { get; private init; }

    /// <summary>Whether a sum along an axis leaves the axis there, with one place.</summary>
    public bool Keeps { get; private init; }

    public ElementFunction Function { get; private init; }

    /// <summary>Its place in the derivation's own terms; −1 for one that an edit made.</summary>
    public int Place { get; set; } = -1;

    public Term T => new(TermKind.Transpose, [this], [.. Shape.Reverse()]);

    public static Term Letter(string name, int index, string[] shape) =>
        new(TermKind.Letter, [], shape) { Name = name, Index = index, Reads = 1ul << index };

    public static Term Given(string name, int index, string[] shape) => new(TermKind.Given, [], shape) { Name = name, Index = index };

    public static Term Size(string letter) => new(TermKind.Size, [], []) { Name = letter };

    public static implicit operator Term(double number) => new(TermKind.Number, [], []) { Value = number };

    public static Term operator +(Term a, Term b) => Sum([.. Flat(TermKind.Sum, a), b]);

    public static Term operator -(Term a, Term b) => Sum([.. Flat(TermKind.Sum, a), -b]);

    public static Term operator -(Term a) => a.Kind == TermKind.Number ? -a.Value : new Term(TermKind.Negative, [a], a.Shape);

    public static Term operator *(Term a, Term b) => Product([.. Flat(TermKind.Product, a), .. Flat(TermKind.Product, b)]);

    public static Term operator /(Term a, Term b) => Product([.. Flat(TermKind.Product, a), b.Inverse()]);

    public static Term Sum(IEnumerable<Term> parts) => Joined(TermKind.Sum, parts);

    public static Term Product(IEnumerable<Term> parts) => Joined(TermKind.Product, parts);

    public Term Inverse() => new(TermKind.Inverse, [this], Shape);

    /// <summary>This by <paramref name="b"/>, rows by columns.</summary>
    public Term Mm(Term b) => new(TermKind.MatrixProduct, [this, b], [.. Shape.SkipLast(1), .. b.Shape.Skip(1)]);

    public Term Of(ElementFunction function, int axis = 0) => new(TermKind.Function, [this],
        Shape)
    { Function = function, Axis = axis };

    public Term Maximum(Term other) => new(TermKind.Maximum, [this, other], Spread(this, other));

    public Term SumAlong(int axis, bool keeps = false) => new(TermKind.SumAlong, [this],
        Without(axis, keeps))
    { Axis = axis, Keeps = keeps };

    public Term SumOfAll() => new(TermKind.SumOfAll, [this], []);

    public Term SumOfBytes() => new(TermKind.SumOfBytes, [this], []);

    public Term RunningSum() => new(TermKind.RunningSum, [this], Shape);

    /// <summary>The first row holds a number, or its own where that is NaN.</summary>
    public Term RowBefore(double first) => new(TermKind.RowBefore, [this], Shape) { Value = first };

    /// <summary>[n, C]; classes are moved by <see cref="Value"/>, round the end (<see cref="Keeps"/>) or out.</summary>
    public Term OneHot(string classes, int moved = 0, bool round = false) =>
        new(TermKind.OneHot, [this], [.. Shape, classes]) { Name = classes, Value = moved, Keeps = round };

    public Term Column() => new(TermKind.Column, [this], [.. Shape, "1"]);

    public Term Ones() => new(TermKind.Ones, [this], Shape);

    /// <summary>All rows but one set to 0 (<paramref name="only"/>), or that one; −1 is the last.</summary>
    public Term Rows(int row, bool only) => new(TermKind.Rows, [this], Shape) { Axis = row, Keeps = only };

    public Term ProductOfSums() => new(TermKind.ProductOfSums, Parts, Shape);

    /// <summary>The same with other parts.</summary>
    public Term With(Term[] parts) => Kind switch
    {
        TermKind.Sum or TermKind.Product => Joined(Kind, parts),
        TermKind.MatrixProduct => parts[0].Mm(parts[1]),
        TermKind.Transpose => parts[0].T,
        TermKind.Function => parts[0].Of(Function, Axis),
        TermKind.Maximum => parts[0].Maximum(parts[1]),
        TermKind.SumAlong => parts[0].SumAlong(Axis, Keeps),
        TermKind.OneHot => parts[0].OneHot(Name, (int)Value, Keeps),
        TermKind.Column => parts[0].Column(),
        _ => new(Kind, parts, parts.Length > 0 ? parts[0].Shape : Shape)
        {
            Name = Name,
            Index = Index,
            Value = Value,
            Axis = Axis,
            Keeps = Keeps,
            Function = Function,
        },
    };

    /// <summary>The term with another one at a path into its parts; null where the path leads nowhere.</summary>
    public Term? With(ReadOnlySpan<int> path, Func<Term, Term?> change)
    {
        if (path.IsEmpty) return change(this);
        if (path[0] >= Parts.Length || Parts[path[0]].With(path[1..], change) is not { } changed) return null;
        Term[] parts = [.. Parts];
        parts[path[0]] = changed;
        return With(parts);
    }

    public bool IsLike(Term other) => ReferenceEquals(this, other) || TermText.Of(this) == TermText.Of(other);

    private static Term[] Flat(TermKind kind, Term term) => term.Kind == kind ? term.Parts : [term];

    private static Term Joined(TermKind kind, IEnumerable<Term> parts)
    {
        Term[] all = [.. parts];
        if (all.Length == 0) return kind == TermKind.Sum ? 0.0 : 1.0;
        return all.Length == 1 ? all[0] : new(kind, all, all.Aggregate((string[])[], (shape, part) => Spread(shape, part.Shape)));
    }

    private static string[] Spread(Term a, Term b) => Spread(a.Shape, b.Shape);

    private static string[] Spread(string[] a, string[] b)
    {
        string[] longer = a.Length >= b.Length ? [.. a] : [.. b], shorter = a.Length >= b.Length ? b : a;
        for (int k = 1; k <= shorter.Length; k++)
        {
            if (longer[^k] == "1") longer[^k] = shorter[^k];
        }
        return longer;
    }

    private string[] Without(int axis, bool keeps) =>
        [.. Shape.Index().Where(size => keeps || size.Index != axis).Select(size => size.Index == axis ? "1" : size.Item)];
}
