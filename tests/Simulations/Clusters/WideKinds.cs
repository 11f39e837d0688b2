namespace MlMaths.Torch.Simulations;

/// <summary>
/// Tables of more than eight columns: curves that are turned into many columns, x = As + noise, and groups in all of them or in few.
/// They came after the rules, with the question how far groups lie apart where distances are mostly noise. The limit for it was set
/// with a look at the seeds 5001 to 5020.
/// </summary>
internal static class WideKinds
{
    private const int Rows = 300;

    private const double Noise = 0.1;

    public static IReadOnlyList<ClusterKind> All { get; } =
    [
        Turned("a sheet bent like an S in 12 columns", 3, 12, draws =>
        {
            double t = draws.Uniform(-1.5 * Math.PI, 1.5 * Math.PI);
            return [Math.Sin(t), draws.Uniform(0, 2), Math.Sign(t) * (Math.Cos(t) - 1)];
        }),
        Turned("a spiral band in 12 columns", 2, 12, draws =>
        {
            double t = draws.Uniform(1, 1 + 3 * Math.PI);
            return [(t * Math.Cos(t) + 0.4 * draws.Normal()) / 5, (t * Math.Sin(t) + 0.4 * draws.Normal()) / 5];
        }),
        Turned("a horseshoe sheet in 20 columns", 3, 20, draws =>
        {
            double t = draws.Uniform(0, Math.PI);
            return [Math.Cos(t), draws.Unit(), 1.5 * Math.Sin(t)];
        }),
        Turned("a ring in 40 columns", 2, 40, draws =>
        {
            double t = draws.Uniform(0, 2 * Math.PI);
            return [Math.Cos(t), Math.Sin(t)];
        }),
        new("normal rows in 40 columns", 1, draws => ClusterWorld.OfOne([.. Enumerable.Range(0, Rows).Select(_ => draws.Normals(40))])),
        Apart("2 equal groups in 20 columns", 20, [150, 150]),
        Apart("4 groups in 20 columns", 20, [100, 80, 70, 50]),
        Apart("3 groups in 40 columns", 40, [120, 100, 80]),
        new("3 groups in four of twelve columns", 3, draws =>
        {
            IReadOnlyList<double[]> centres = SeparatedCentres.Draw(3, 4, 6, draws.Below(int.MaxValue));
            return ClusterWorld.OfGroups([120, 100, 80], group =>
                [.. centres[group].Select(c => c + draws.Normal()), .. draws.Normals(8)]);
        }),
    ];

    private static ClusterKind Turned(string name, int own, int columns, Func<Draws, double[]> row) => new(name, 1, draws =>
    {
        double[][] turn = [.. Enumerable.Range(0, columns).Select(_ => draws.Normals(own))];
        return ClusterWorld.OfOne([.. Enumerable.Range(0, Rows).Select(_ =>
            (double[])[.. Draws.Mixed(turn, row(draws)).Select(x => x + Noise * draws.Normal())])]);
    });

    private static ClusterKind Apart(string name, int columns, int[] sizes) => new(name, sizes.Length, draws =>
    {
        IReadOnlyList<double[]> centres = SeparatedCentres.Draw(sizes.Length, columns, 6, draws.Below(int.MaxValue));
        return ClusterWorld.OfGroups(sizes, group => [.. centres[group].Select(c => c + draws.Normal())]);
    });
}
