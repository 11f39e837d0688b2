namespace MlMaths.Torch.Simulations;

/// <summary>
/// A quarter of the kinds, written before the first rule was and not drawn until the last one stood: what the verdict is
/// worth on tables that nobody had in mind.
/// </summary>
internal static class UntouchedKinds
{
    private const int Rows = 300;

    public static IReadOnlyList<ClusterKind> WithoutGroups { get; } =
    [
        One("a sheet bent like an S", draws =>
        {
            double t = draws.Uniform(-1.5 * Math.PI, 1.5 * Math.PI);
            return [Math.Sin(t), draws.Uniform(0, 2), Math.Sign(t) * (Math.Cos(t) - 1)];
        }),
        One("a spiral band of one turn and a half", draws =>
        {
            double t = draws.Uniform(1, 1 + 3 * Math.PI);
            return [t * Math.Cos(t) + 0.4 * draws.Normal(), t * Math.Sin(t) + 0.4 * draws.Normal()];
        }),
        One("gamma columns that share a part", draws =>
        {
            double shared = draws.Gamma(2);
            return [.. Enumerable.Range(1, 4).Select(shape => shared + draws.Gamma(shape))];
        }),
        One("over-dispersed counts and two coins", draws =>
            [.. Draws.Row(3, () => draws.Poisson(1.5 * draws.Gamma(2))), draws.Coin(0.3), draws.Coin()]),
        new("Laplace columns, mixed by chance", 1, draws =>
        {
            double[][] mixing = draws.Mixing(8);
            return Table(() => Draws.Mixed(mixing, Draws.Row(8, draws.Laplace)));
        }),
        One("shares that sum to 1", draws =>
        {
            double[] parts = [.. Enumerable.Range(1, 4).Select(shape => draws.Gamma(shape))];
            return [.. parts.Select(part => part / parts.Sum())];
        }),
    ];

    public static IReadOnlyList<ClusterKind> WithGroups { get; } =
    [
        new("4 groups of unequal size, spread and shape", 4, draws =>
        {
            double[][][] shapes = [.. Enumerable.Range(0, 4).Select(_ => draws.Mixing(3))];
            double[] spreads = [0.4, 0.8, 1.2, 0.6];
            return ClusterWorld.OfGroups([40, 60, 150, 90], group =>
            {
                double[] z = Draws.Mixed(shapes[group], draws.Normals(3));
                double[] centre = [11.0 * (group % 2), 11.0 * (group / 2), 5.0 * (group % 3)];
                return [.. z.Zip(centre, (value, c) => c + spreads[group] * value)];
            });
        }),
        new("2 boxes", 2, draws => ClusterWorld.OfGroups([150, 100], group =>
            [.. Draws.Row(4, draws.Unit).Select((value, column) => column < 2 ? value + 1.5 * group : value)])),
        new("3 groups with long tails to one side", 3, draws => ClusterWorld.OfGroups([120, 100, 80], group =>
            [.. Draws.Row(3, () => draws.Gamma(3)).Select((value, column) => value + (column == group ? 14 : 0))])),
        new("5 unequal groups in two of eight columns", 5, draws => ClusterWorld.OfGroups([60, 90, 50, 120, 80], group =>
        {
            double[] z = draws.Normals(8);
            z[0] += 8 * Math.Cos(2 * Math.PI * group / 5);
            z[1] += 8 * Math.Sin(2 * Math.PI * group / 5);
            return z;
        })),
    ];

    /// <summary>
    /// Thought of once all rules stood, as likely to be misread: no rule was changed for them, and what they show is printed beside the
    /// promised rates, not among them. The crests of the wave hold three times as many rows for each step along it as its steep parts
    /// do: dense places, and no gap.
    /// </summary>
    public static IReadOnlyList<ClusterKind> Later { get; } =
    [
        One("a noisy sine of two waves", draws =>
        {
            double t = draws.Uniform(0, 4 * Math.PI);
            return [t, 3 * Math.Sin(t) + 0.4 * draws.Normal()];
        }),
        new("4 groups of ten rows", 4, draws => ClusterWorld.OfGroups(
            [10, 10, 10, 10], group => [8.0 * (group % 2) + draws.Normal(), 8.0 * (group / 2) + draws.Normal()])),
    ];

    private static ClusterKind One(string name, Func<Draws, double[]> row) => new(name, 1, draws => Table(() => row(draws)));

    private static ClusterWorld Table(Func<double[]> row) => ClusterWorld.OfOne([.. Enumerable.Range(0, Rows).Select(_ => row())]);
}
