namespace MlMaths.Torch.Simulations;

/// <summary>Kinds of tables with groups of unequal size, spread and shape.</summary>
internal static class PlantedKinds
{
    public static IReadOnlyList<ClusterKind> All { get; } = [.. Round, .. Uneven, .. Hidden];

    private static IEnumerable<ClusterKind> Round =>
    [
        Apart("2 equal groups, 5 columns", 5, 5, [150, 150]),
        Apart("4 equal groups, 3 columns", 3, 5, [75, 75, 75, 75]),
        Apart("5 equal groups, 2 columns", 2, 5, [60, 60, 60, 60, 60]),
        Apart("6 equal groups, 5 columns", 5, 5, [50, 50, 50, 50, 50, 50]),
    ];

    private static IEnumerable<ClusterKind> Uneven =>
    [
        Apart("2 groups, 260 rows and 40", 3, 5, [260, 40]),
        Apart("3 groups, 200 rows, 70 and 30", 4, 5, [200, 70, 30]),
        new("3 groups of unequal spread", 3, draws =>
        {
            double[] spread = [0.4, 1, 2];
            double[][] centres = [[0, 0], [5, 0], [1, 9]];
            return ClusterWorld.OfGroups([100, 100, 100], group =>
                [.. centres[group].Select(c => c + spread[group] * draws.Normal())]);
        }),
        new("2 oblong groups side by side", 2, draws =>
        {
            double angle = draws.Uniform(0, Math.PI);
            return ClusterWorld.OfGroups([150, 150], group =>
            {
                double along = 4 * draws.Normal(), across = 0.6 * draws.Normal() + 3 * group;
                return [
                    along * Math.Cos(angle) - across * Math.Sin(angle), along * Math.Sin(angle) + across * Math.Cos(angle)];
            });
        }),
        new("3 groups of shapes by chance, 4 columns", 3, draws =>
        {
            double[][][] shapes = [.. Enumerable.Range(0, 3).Select(_ => draws.Mixing(4))];
            return ClusterWorld.OfGroups([120, 100, 80], group =>
            {
                double[] row = Draws.Mixed(shapes[group], draws.Normals(4));
                row[group] += 12;
                return row;
            });
        }),
        new("3 groups with heavy tails, 3 columns", 3, draws =>
        {
            IReadOnlyList<double[]> centres = SeparatedCentres.Draw(3, 3, 7, draws.Below(int.MaxValue));
            return ClusterWorld.OfGroups([100, 100, 100], group =>
            {
                double scale = Math.Sqrt(5 / draws.ChiSquared(5));
                return [.. centres[group].Select(c => c + scale * draws.Normal())];
            });
        }),
    ];

    private static IEnumerable<ClusterKind> Hidden =>
    [
        new("2 groups apart in one of four columns", 2, draws => ClusterWorld.OfGroups([150, 150], group =>
            [draws.Normal() + 5 * group, .. draws.Normals(3)])),
        new("3 groups in two columns, beside four of noise and a coin", 3, draws =>
        {
            IReadOnlyList<double[]> centres = SeparatedCentres.Draw(3, 2, 6, draws.Below(int.MaxValue));
            return ClusterWorld.OfGroups([120, 100, 80], group =>
                [.. centres[group].Select(c => c + draws.Normal()), .. draws.Normals(4), draws.Coin()]);
        }),
        new("2 groups of counts, 4 columns", 2, draws => ClusterWorld.OfGroups([180, 120], group =>
            Draws.Row(4, () => draws.Poisson(group == 0 ? 2 : 9)))),
    ];

    /// <summary>Round groups of deviation 1, the nearest centres so far apart, up to half as far again.</summary>
    private static ClusterKind Apart(string name, int columns, double separation, int[] sizes) => new(name, sizes.Length, draws =>
    {
        IReadOnlyList<double[]> centres = SeparatedCentres.Draw(sizes.Length, columns, separation, draws.Below(int.MaxValue));
        return ClusterWorld.OfGroups(sizes, group => [.. centres[group].Select(c => c + draws.Normal())]);
    });
}
