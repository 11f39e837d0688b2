using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise03;

/// <summary>Tensors in the order in which a pipeline meets them: what their axes are called, and how long these are.</summary>
/// <param name="Names">Of each tensor, a name for each of its axes.</param>
/// <param name="Shapes">Of each tensor, the sizes it came with.</param>
internal sealed record Pipeline(string[][] Names, int[][] Shapes)
{
    private static readonly string[] Letters = ["n", "d", "h", "k", "c"];

    /// <summary>Every shape follows from the sizes of the names.</summary>
    public static Pipeline Fitting(Random random)
    {
        Dictionary<string, int> sizes = Letters.ToDictionary(letter => letter, _ => random.Next(2, 13), StringComparer.Ordinal);
        string[][] names =
        [
            .. Enumerable.Range(0, random.Next(2, 6))
                .Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Letters[random.Next(Letters.Length)]).ToArray()),
        ];
        return new(names, [.. names.Select(own => own.Select(name => sizes[name]).ToArray())]);
    }

    /// <summary>One or two axes have another size, above 1.</summary>
    public static Pipeline OtherSizes(Random random)
    {
        Pipeline at = Fitting(random);
        for (int wrong = random.Next(1, 3); wrong > 0; wrong--)
        {
            int[] shape = at.Shapes[random.Next(at.Shapes.Length)];
            shape[random.Next(shape.Length)] += random.Next(1, 4);
        }

        return at;
    }

    /// <summary>A tensor comes turned round: as many numbers in all, each axis of another size.</summary>
    public static Pipeline Turned(Random random)
    {
        Pipeline at = Fitting(random);
        int n = random.Next(2, 6), d = n + random.Next(1, 5);
        return Put(at with { Names = [["n", "d"], .. at.Names], Shapes = [[n, d], .. at.Shapes] }, ["n", "d"], [d, n], random);
    }

    /// <summary>Two tensors do not fit what the first of all has bound.</summary>
    public static Pipeline TwoWrong(Random random)
    {
        Pipeline at = Fitting(random);
        int n = random.Next(2, 9);
        string[][] names = [["n"], .. at.Names, ["n"], ["k", "n"], ["n"]];
        int[][] shapes = [[n], .. at.Shapes, [n + 1], [3, n + 2], [n]];
        return new(names, shapes);
    }

    /// <summary>One tensor has two axes of one name, of which one is longer.</summary>
    public static Pipeline NotSquare(Random random)
    {
        Pipeline at = Fitting(random);
        int size = random.Next(2, 9);
        return Put(at, ["s", "s"], random.Next(2) == 0 ? [size, size + 1] : [size + 2, size], random);
    }

    /// <summary>A tensor came with an axis too many, of size 1 mostly: <c>(n, 1)</c> for <c>(n)</c>.</summary>
    public static Pipeline AxisTooMany(Random random)
    {
        Pipeline at = WithOne(random);
        int tensor = random.Next(at.Shapes.Length), size = random.Next(4) == 0 ? 2 : 1;
        at.Shapes[tensor] = random.Next(3) == 0 ? [size, .. at.Shapes[tensor]] : [.. at.Shapes[tensor], size];
        return at;
    }

    /// <summary>A tensor came with an axis too few.</summary>
    public static Pipeline AxisTooFew(Random random)
    {
        Pipeline at = Fitting(random);
        int tensor = random.Next(at.Shapes.Length);
        at.Shapes[tensor] = random.Next(2) == 0 ? at.Shapes[tensor][1..] : at.Shapes[tensor][..^1];
        return at;
    }

    /// <summary>An axis came with size 1 where its name is longer, before or afterwards.</summary>
    public static Pipeline OneForMany(Random random)
    {
        Pipeline at = Fitting(random);
        int[] shape = at.Shapes[random.Next(at.Shapes.Length)];
        shape[random.Next(shape.Length)] = 1;
        return at;
    }

    /// <summary>The first tensor that cannot be: an axis of it, and an axis of it or before it, have one name and two sizes.</summary>
    public int? FirstWrong() => Enumerable.Range(0, Names.Length).Cast<int?>().FirstOrDefault(i =>
        Names[i!.Value].Length != Shapes[i.Value].Length
        || (from j in Enumerable.Range(0, i.Value + 1)
            from axis in Enumerable.Range(0, Names[j].Length)
            from own in Enumerable.Range(0, Names[i.Value].Length)
            where Names[j][axis] == Names[i.Value][own]
            select Shapes[j][axis] != Shapes[i.Value][own]).Any(differs => differs));

    /// <summary>The same with other letters.</summary>
    public Pipeline Renamed() => this with { Names = [.. Names.Select(own => own.Select(name => $"{name}2").ToArray())] };

    /// <summary>The same with another size for one name, throughout.</summary>
    public Pipeline Longer(string name) => this with
    {
        Shapes = [.. Shapes.Select((shape, i) => shape.Select((size, axis) => Names[i][axis] == name ? size + 13 : size).ToArray())],
    };

    public IEnumerable<Pipeline> Simpler() =>
    [
        .. Simplify.Without(Names.Length, least: 1)
            .Select(kept => new Pipeline([.. kept.Select(i => Names[i])], [.. kept.Select(i => Shapes[i])])),
        .. Enumerable.Range(0, Names.Length).SelectMany(WithoutAnAxis),
    ];

    public override string ToString() => $"names = [{string.Join(", ", Names.Select(own =>
        $"[{string.Join(", ", own.Select(name => $"\"{name}\""))}]"))}], shapes = [{string.Join(", ", Shapes.Select(Written.Of))}]";

    // Now and then n itself is 1, where (n) and (n, 1) hold as many numbers.
    private static Pipeline WithOne(Random random)
    {
        Pipeline at = Fitting(random);
        return random.Next(3) > 0 ? at : at with
        {
            Shapes = [.. at.Shapes.Select((shape, i) => shape.Select((size, axis) => at.Names[i][axis] == "n" ? 1 : size).ToArray())],
        };
    }

    private static Pipeline Put(Pipeline at, string[] names, int[] shape, Random random)
    {
        int place = random.Next(1, at.Names.Length + 1);
        return new([.. at.Names[..place], names, .. at.Names[place..]], [.. at.Shapes[..place], shape, .. at.Shapes[place..]]);
    }

    private IEnumerable<Pipeline> WithoutAnAxis(int tensor)
    {
        if (Names[tensor].Length != Shapes[tensor].Length) yield break;
        foreach (int[] kept in Simplify.Without(Names[tensor].Length, least: 1))
        {
            yield return new(
                [.. Names[..tensor], [.. kept.Select(axis => Names[tensor][axis])], .. Names[(tensor + 1)..]],
                [.. Shapes[..tensor], [.. kept.Select(axis => Shapes[tensor][axis])], .. Shapes[(tensor + 1)..]]);
        }
    }
}
