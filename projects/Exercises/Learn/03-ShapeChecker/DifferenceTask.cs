using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary>The shapes of two tensors, of which the second is taken off the first.</summary>
internal sealed record TwoShapes(int[] A, int[] B)
{
    public static TwoShapes Equal(Random random)
    {
        int[] a = Shape(random);
        return new(a, [.. a]);
    }

    /// <summary>b lacks leading axes of a: a mean per column.</summary>
    public static TwoShapes Tail(Random random)
    {
        int[] b = Shape(random);
        return new([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(1, 7)), .. b], b);
    }

    /// <summary>(n) and (n, 1), or the other way round.</summary>
    public static TwoShapes Column(Random random)
    {
        int n = random.Next(1, 9);
        return random.Next(2) == 0 ? new([n], [n, 1]) : new([n, 1], [n]);
    }

    /// <summary>An axis of one of them is 1, and that of the other is not.</summary>
    public static TwoShapes One(Random random)
    {
        TwoShapes at = random.Next(2) == 0 ? Equal(random) : Tail(random);
        int fromEnd = 1 + random.Next(at.B.Length);
        at.A[^fromEnd] = at.B[^fromEnd] = random.Next(2, 7);
        (random.Next(2) == 0 ? at.A : at.B)[^fromEnd] = 1;
        return at;
    }

    /// <summary>Sizes of their own; b may be the longer one, and a its tail.</summary>
    public static TwoShapes Any(Random random)
    {
        (TwoShapes tail, int[] shape) = (Tail(random), Shape(random));
        return random.Next(3) switch
        {
            0 => new(Shape(random), shape),
            1 => new(tail.B, tail.A),
            _ => new(shape, [.. shape.Reverse()]),
        };
    }

    public IEnumerable<TwoShapes> Simpler() =>
    [
        .. Simplify.Without(A.Length, least: 1).Select(kept => this with { A = [.. kept.Select(axis => A[axis])] }),
        .. Simplify.Without(B.Length, least: 1).Select(kept => this with { B = [.. kept.Select(axis => B[axis])] }),
    ];

    /// <summary>Whether the last sizes of a are those of b.</summary>
    public bool Fits => B.Length <= A.Length && Enumerable.Range(1, B.Length).All(end => A[^end] == B[^end]);

    public override string ToString() => $"a = {Written.Of(A)}, b = {Written.Of(B)}";

    private static int[] Shape(Random random) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 7))];
}

/// <summary><c>Difference(a, b)</c>: the shape of a − b, or a refusal.</summary>
internal static class DifferenceTask
{
    public static MethodTask<TwoShapes, IReadOnlyList<int>?> Task { get; } = new(
        "Difference", "int[]? Difference(int[] a, int[] b)",
        method => Binding.Of<TwoShapes, IReadOnlyList<int>?>(
            method, [typeof(int[]), typeof(int[])], at => [at.A.Clone(), at.B.Clone()], Binding.Numbers),
        [
            new("two tensors of one shape have a difference of that shape", TwoShapes.Equal, IsRight),
            new("no size of 1 is stretched: (n) − (n, 1) and (n, 1) − (n) are refused, for n = 1 where b is the longer one",
                TwoShapes.Column, IsRight),
            new("b may lack leading axes of a: the difference has the shape of a", TwoShapes.Tail, IsRight),
            new("no axis of size 1 is stretched", TwoShapes.One, IsRight),
            new("where a does not end in the shape of b, it is refused", TwoShapes.Any, IsRight),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("broadcasts", "by broadcasting: sizes of 1 are stretched, and a grows to the shape of b", "== 1|Max"),
            new("broadcasts-equal-ranks", "when sizes of 1 are stretched in shapes of as many axes", "== 1|Max"),
            new("rest-alone", "when only the axes that b lacks are returned: the difference has all of a", "Length"),
            new("one-stretches", "when a size of 1 in b is stretched", "== 1|!= 1"),
            new("grows", "when a may be the shorter one, and grows to the shape of b", "Max|Length|?"),
            new("same-shape-only", "when b must have all axes of a: a mean per column could not be taken off", "SequenceEqual|Length"),
            new("left-aligned", "when the axes are compared from the left: b's axes are the last ones of a", "for|Zip|[i]|Take"),
            new("total-size", "when only the number of all entries is compared", "Aggregate|*="),
            new("last-axis-only", "when only the last axis is compared", "^1|Last|- 1"),
            new("axes-counted-alone", "when only the number of axes is compared", "Length"),
            new("axes-not-counted", "when b may be longer than a, as long as the axes that both have agree", "Min|Zip"),
            new("shape-of-b", "when the shape of b is returned", "return b|? b|: b"),
            new("empty-for-refused", "when an empty shape is returned for a refusal: a single number has that shape", "[]|Empty|int[0]"),
            new("a-for-refused", "when the shape of a is returned whatever b is", "return a"),
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.SequenceEqual(other!),
        Written = Written.Of,
    };

    private static bool IsRight(TwoShapes at, Outcome<IReadOnlyList<int>?> came, Func<TwoShapes, Outcome<IReadOnlyList<int>?>> again) =>
        at.Fits ? came.Value?.SequenceEqual(at.A) == true : came.IsUndefined;

    private static int[]? Slipped(TwoShapes at, IReadOnlySet<string> slips)
    {
        (int[] a, int[] b) = (at.A, at.B);
        if (slips.Contains("a-for-refused")) return a;
        if (slips.Contains("broadcasts")) return Broadcast(a, b);
        if (slips.Contains("broadcasts-equal-ranks")) return a.Length == b.Length ? Broadcast(a, b) : null;
        if (slips.Contains("grows") && a.Length < b.Length) (a, b) = (b, a);
        int both = Math.Min(a.Length, b.Length);
        bool left = slips.Contains("left-aligned");
        bool fits = Enumerable.Range(1, slips.Contains("last-axis-only") ? 1 : both).All(end =>
        {
            int one = left ? a[end - 1] : a[^end], other = left ? b[end - 1] : b[^end];
            return one == other || (other == 1 && slips.Contains("one-stretches"));
        });
        fits &= b.Length <= a.Length || slips.Overlaps(["axes-not-counted", "last-axis-only"]);
        if (slips.Contains("same-shape-only")) fits &= a.Length == b.Length;
        if (slips.Contains("axes-counted-alone")) fits = a.Length == b.Length;
        if (slips.Contains("total-size")) fits = a.Aggregate(1, (all, size) => all * size) == b.Aggregate(1, (all, size) => all * size);
        int[]? refused = slips.Contains("empty-for-refused") ? [] : null;
        return !fits ? refused : slips.Contains("shape-of-b") ? b : slips.Contains("rest-alone") ? a[..^both] : a;
    }

    private static int[]? Broadcast(int[] a, int[] b)
    {
        int[] sizes = new int[Math.Max(a.Length, b.Length)];
        for (int end = 1; end <= sizes.Length; end++)
        {
            int one = end <= a.Length ? a[^end] : 1, other = end <= b.Length ? b[^end] : 1;
            if (one != other && one != 1 && other != 1) return null;
            sizes[^end] = Math.Max(one, other);
        }

        return sizes;
    }
}
