namespace MlMaths.Torch.Simulations;

/// <summary>Kinds of rows without groups: continuous, discrete, mixed, curved, heavy-tailed, correlated.</summary>
internal static class NullKinds
{
    private const int Rows = 300;

    public static IReadOnlyList<ClusterKind> All { get; } = [.. Continuous, .. Curved, .. Discrete];

    private static IEnumerable<ClusterKind> Continuous =>
    [
        One("normal, 4 columns", draws => draws.Normals(4)),
        One("normal, 20 columns", draws => draws.Normals(20)),
        One("box, 3 columns", draws => Draws.Row(3, draws.Unit)),
        new("normal, mixed by chance, 5 columns", 1, draws =>
        {
            double[][] mixing = draws.Mixing(5);
            return Table(() => Draws.Mixed(mixing, draws.Normals(5)));
        }),
        One("Student's t with 3 degrees, 5 columns", draws =>
        {
            double scale = Math.Sqrt(3 / draws.ChiSquared(3));
            return [.. draws.Normals(5).Select(z => scale * z)];
        }),
        One("lognormal, 4 columns", draws => [.. draws.Normals(4).Select(Math.Exp)]),
        One("exponential, 3 columns", draws => Draws.Row(3, draws.Exponential)),
        One("a fan whose spread grows", draws =>
        {
            double x = draws.Unit();
            return [x, (0.1 + x) * draws.Normal(), draws.Normal()];
        }),
    ];

    private static IEnumerable<ClusterKind> Curved =>
    [
        One("horseshoe sheet", draws =>
        {
            double t = draws.Uniform(0, Math.PI);
            return [Math.Cos(t) + 0.05 * draws.Normal(), draws.Uniform(0, 1), 1.5 * Math.Sin(t) + 0.05 * draws.Normal()];
        }),
        One("ring, 3 columns", draws =>
        {
            double t = draws.Uniform(0, 2 * Math.PI);
            return [Math.Cos(t) + 0.1 * draws.Normal(), Math.Sin(t) + 0.1 * draws.Normal(), 0.1 * draws.Normal()];
        }),
        One("sphere", draws =>
        {
            double[] z = draws.Normals(3);
            double length = Math.Sqrt(z.Sum(value => value * value));
            return [.. z.Select(value => value / length)];
        }),
        One("parabola", draws =>
        {
            double x = draws.Normal();
            return [x, x * x + 0.3 * draws.Normal()];
        }),
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
    ];

    private static IEnumerable<ClusterKind> Discrete =>
    [
        One("3 normal columns beside a coin", draws => [.. draws.Normals(3), draws.Coin()]),
        One("Poisson counts, 4 columns", draws => Draws.Row(4, () => draws.Poisson(3))),
        One("binary, 8 columns", draws => [.. Enumerable.Range(3, 8).Select(column => draws.Coin(0.07 * column))]),
        One("ratings 1 to 5 that share a mood", draws =>
        {
            double mood = draws.Normal();
            return [.. draws.Normals(6).Select(z => Math.Clamp(Math.Round(3 + mood + z), 1, 5))];
        }),
        One("normal columns beside codes 0, 1, 9", draws => [.. draws.Normals(3), draws.Below(3) is var code && code == 2 ? 9 : code]),
        One("amounts, a third of them 0, beside normal columns", draws =>
            [.. draws.Normals(2), draws.Coin(1 / 3.0) == 1 ? 0 : Math.Exp(2 + 0.5 * draws.Normal())]),
    ];

    private static ClusterKind One(string name, Func<Draws, double[]> row) => new(name, 1, draws => Table(() => row(draws)));

    private static ClusterWorld Table(Func<double[]> row) => ClusterWorld.OfOne([.. Enumerable.Range(0, Rows).Select(_ => row())]);
}
