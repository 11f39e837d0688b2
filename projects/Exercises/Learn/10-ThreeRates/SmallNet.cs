using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise10;

/// <summary>
/// Two inputs, two tanh units, one output: nine weights w = (W₁, b₁, w₂, b₂), trained row by row.
/// <code>
/// h = tanh(W₁x + b₁)   [2]        o = w₂·h + b₂   [1]        loss of a row (o − y)²; L their mean
/// </code>
/// </summary>
internal sealed class SmallNet
{
    public const int Rows = 8, Weights = 9;

    private readonly double[][] _x = new double[Rows][];
    private readonly double[] _y = new double[Rows];

    public SmallNet(int seed)
    {
        Random random = Seeds.Generator(seed, DrawnFor.Sample);
        for (int i = 0; i < Rows; i++)
            (_x[i], _y[i]) = ([Around(random), Around(random)], Around(random));
    }

    public static double[] Start(Random random) => [.. Enumerable.Range(0, Weights).Select(_ => Math.Round(Around(random), 2))];

    /// <summary>Of the loss of one row.</summary>
    public double[] Gradient(double[] w, int row)
    {
        (double[] h, double o) = Forward(w, row);
        var g = new double[Weights];
        double overO = 2 * (o - _y[row]);
        g[8] = overO;
        for (int k = 0; k < 2; k++)
        {
            double overZ = overO * w[6 + k] * (1 - h[k] * h[k]);
            (g[6 + k], g[4 + k]) = (overO * h[k], overZ);
            (g[2 * k], g[2 * k + 1]) = (overZ * _x[row][0], overZ * _x[row][1]);
        }

        return g;
    }

    /// <summary>The mean over all rows.</summary>
    public double Loss(double[] w) => Enumerable.Range(0, Rows).Average(row => Forward(w, row).O - _y[row] is var r ? r * r : 0);

    private (double[] H, double O) Forward(double[] w, int row)
    {
        double[] h = [.. Enumerable.Range(0, 2).Select(k => Math.Tanh(w[2 * k] * _x[row][0] + w[2 * k + 1] * _x[row][1] + w[4 + k]))];
        return (h, w[6] * h[0] + w[7] * h[1] + w[8]);
    }

    private static double Around(Random random) => 2 * random.NextDouble() - 1;
}
