using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary>A training to be logged.</summary>
/// <param name="Seed">Of the net and its rows.</param>
/// <param name="Rate">η: large enough to go unstable, or not.</param>
/// <param name="Steps">At most so many.</param>
/// <param name="Limit">Of the length of a step's gradient, where there is one.</param>
/// <param name="Height">Of what the net should learn: its gradients are about as long.</param>
internal sealed record TrainedNet(int Seed, double Rate, int Steps, double Limit, double Height = 2)
{
    public static TrainedNet Stable(Random random) => new(random.Next(10_000), 0.02, random.Next(4, 9), 0.5);

    public static TrainedNet Unstable(Random random) => new(random.Next(10_000), random.Next(10, 16) / 10.0, 40, random.Next(5, 30) / 10.0);

    public static TrainedNet Either(Random random) =>
        random.Next(2) == 0 ? Stable(random) : Unstable(random) with { Steps = random.Next(6, 12) };

    /// <summary>With gradients longer than 1,000 from the first step on, and steps so short that they stay so.</summary>
    public static TrainedNet Steep(Random random) => Stable(random) with { Height = 100_000 };

    /// <summary>With labels that are NaN: all gradients are none, from the first step on.</summary>
    public static TrainedNet Undefined(Random random) => Stable(random) with { Height = double.NaN };

    public IEnumerable<TrainedNet> Simpler() =>
        from steps in new[] { 1, 2, 3, Steps - 1 } where steps < Steps && steps > 0 select this with { Steps = steps };

    public string Shown(bool isClipped) => FormattableString.Invariant(
        $"a net of 2 inputs, 3 tanh units and 1 output (13 weights, seed {Seed}), learning rate {Rate}, steps = {Steps}")
        + (double.IsNaN(Height) ? ", labels that are NaN" : "")
        + (Height > 1000 ? FormattableString.Invariant($", labels as large as {Height:N0}") : "")
        + (isClipped ? $", limit = {Written.Of(Limit)}" : "");
}

/// <summary>
/// Two inputs, three tanh units, one output, and the mean square over six rows. <c>Backward</c> adds to the gradients, as PyTorch does.
/// <code>
/// h = tanh(W₁x + b₁)   [3]        o = w₂·h + b₂   [1]        L = 1/6 Σ (o − y)²
/// dL/do = 2/6 (o − y)             dL/dw₂ = dL/do h           dL/dh = dL/do w₂       dL/dW₁ = (dL/dh (1 − h²)) xᵀ
/// </code>
/// </summary>
internal sealed class TinyNet
{
    private const int Inputs = 2, Units = 3, Rows = 6;

    private readonly double[][] _x = new double[Rows][];
    private readonly double[] _y = new double[Rows];
    private readonly double[][] _weights = [new double[Inputs * Units], new double[Units], new double[Units], new double[1]];
    private readonly double _rate;

    public TinyNet(TrainedNet at)
    {
        Random random = Seeds.Generator(at.Seed, DrawnFor.Worlds);
        _rate = at.Rate;
        for (int i = 0; i < Rows; i++)
            (_x[i], _y[i]) = ([Around(random), Around(random)], at.Height * Around(random));
        foreach (double[] group in _weights)
        {
            for (int j = 0; j < group.Length; j++)
                group[j] = Around(random);
        }
    }

    /// <summary>Of W₁, b₁, w₂ and b₂.</summary>
    public double[][] Gradients { get; } = [new double[Inputs * Units], new double[Units], new double[Units], new double[1]];

    public void Clear()
    {
        foreach (double[] group in Gradients) Array.Clear(group);
    }

    public void Backward()
    {
        for (int i = 0; i < Rows; i++)
        {
            var h = new double[Units];
            double o = _weights[3][0];
            for (int k = 0; k < Units; k++)
            {
                h[k] = Math.Tanh(_weights[0][2 * k] * _x[i][0] + _weights[0][2 * k + 1] * _x[i][1] + _weights[1][k]);
                o += _weights[2][k] * h[k];
            }

            double overO = 2.0 / Rows * (o - _y[i]);
            Gradients[3][0] += overO;
            for (int k = 0; k < Units; k++)
            {
                double overZ = overO * _weights[2][k] * (1 - h[k] * h[k]);
                Gradients[2][k] += overO * h[k];
                Gradients[1][k] += overZ;
                Gradients[0][2 * k] += overZ * _x[i][0];
                Gradients[0][2 * k + 1] += overZ * _x[i][1];
            }
        }
    }

    public void Update()
    {
        foreach ((double[] group, double[] gradient) in _weights.Zip(Gradients))
        {
            for (int j = 0; j < group.Length; j++)
                group[j] -= _rate * gradient[j];
        }
    }

    private static double Around(Random random) => 2 * random.NextDouble() - 1;
}
