namespace MlMaths.Torch.Simulations;

/// <summary>
/// Kinds that were written before the first rule was and not drawn until all but one stood: what the verdict is worth on tables
/// that nobody had in mind. That groups lie further apart than parts of a curve is the rule that came last: the limit in it was set
/// with a look at the kinds with groups too, on other seeds. A bent sheet and a spiral, which it was made for, have left this list.
/// </summary>
internal static class UntouchedKinds
{
    private const int Rows = 300;

    public static IReadOnlyList<ClusterKind> WithoutGroups { get; } =
    [
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
    /// Kinds that came later, printed beside the promised rates: a wave and groups of ten rows, thought of as likely to be misread (the
    /// last rule was tried on the wave as well), then four that were first drawn once all rules stood. The crests of the wave hold
    /// three times as many rows for each step along it as its steep parts do: dense places, and no gap.
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
        One("a Swiss roll", draws =>
        {
            double t = draws.Uniform(1.5 * Math.PI, 4.5 * Math.PI);
            return [t * Math.Cos(t), draws.Uniform(0, 20), t * Math.Sin(t)];
        }),
        One("a noisy figure of eight", draws =>
        {
            double t = draws.Uniform(0, 2 * Math.PI);
            return [Math.Sin(t) + 0.06 * draws.Normal(), Math.Sin(t) * Math.Cos(t) + 0.06 * draws.Normal()];
        }),
        One("a noisy helix of two turns", draws =>
        {
            double t = draws.Uniform(0, 4 * Math.PI);
            return [Math.Cos(t) + 0.1 * draws.Normal(), Math.Sin(t) + 0.1 * draws.Normal(), t / 4 + 0.1 * draws.Normal()];
        }),
        new("2 crescents back to back", 2, draws => ClusterWorld.OfGroups([160, 140], group =>
        {
            double t = draws.Uniform(-1.2, 1.2);
            return [(2 * group - 1) * (1 + 2 * (1 - Math.Cos(t))) + 0.25 * draws.Normal(), 2 * Math.Sin(t) + 0.25 * draws.Normal()];
        })),
    ];

    private static ClusterKind One(string name, Func<Draws, double[]> row) => new(name, 1, draws => Table(() => row(draws)));

    private static ClusterWorld Table(Func<double[]> row) => ClusterWorld.OfOne([.. Enumerable.Range(0, Rows).Select(_ => row())]);
}
