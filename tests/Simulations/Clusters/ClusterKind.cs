namespace MlMaths.Torch.Simulations;

/// <summary>A drawn table, and the group of each row.</summary>
/// <param name="Rows">Row by row.</param>
/// <param name="Groups">0 … k − 1 each; all 0 where there are no groups.</param>
public sealed record ClusterWorld(double[][] Rows, int[] Groups)
{
    /// <summary>Rows without groups.</summary>
    public static ClusterWorld OfOne(double[][] rows) => new(rows, new int[rows.Length]);

    /// <summary>So many rows of each group, in the order of the groups.</summary>
    public static ClusterWorld OfGroups(int[] sizes, Func<int, double[]> row)
    {
        int[] groups = [.. sizes.SelectMany((size, group) => Enumerable.Repeat(group, size))];
        return new([.. groups.Select(row)], groups);
    }
}

/// <summary>A kind of table whose truth is known.</summary>
/// <param name="Name">What is drawn, as a table prints it.</param>
/// <param name="K">Groups; 1 where there are none.</param>
/// <param name="Draw">A table from a stream of chance.</param>
public sealed record ClusterKind(string Name, int K, Func<Draws, ClusterWorld> Draw)
{
    /// <summary>Whether the kind was kept apart until the rules stood.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>Every kind without groups.</summary>
    public static IReadOnlyList<ClusterKind> WithoutGroups => [.. NullKinds.All, .. UntouchedKinds.WithoutGroups.Select(Untouched)];

    /// <summary>Kinds that came once all rules stood; they are among none of the others.</summary>
    public static IReadOnlyList<ClusterKind> Later => UntouchedKinds.Later;

    /// <summary>Tables of more than eight columns, where groups are measured in a plane; among none of the others.</summary>
    public static IReadOnlyList<ClusterKind> Wide => WideKinds.All;

    /// <summary>Every kind with groups.</summary>
    public static IReadOnlyList<ClusterKind> WithGroups => [.. PlantedKinds.All, .. UntouchedKinds.WithGroups.Select(Untouched)];

    /// <summary>The table of one seed.</summary>
    public ClusterWorld World(int seed) => Draw(new Draws(seed));

    private static ClusterKind Untouched(ClusterKind kind) => kind with { IsUntouched = true };
}
