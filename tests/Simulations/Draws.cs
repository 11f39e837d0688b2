using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>A seeded stream of draws from the laws that drawn tables are made of.</summary>
/// <param name="seed">Same seed, same draws.</param>
public sealed class Draws(int seed)
{
    private SplitMix64 _chance = new((uint)seed);

    /// <summary>Uniform on 0 … 1.</summary>
    public double Unit() => _chance.Unit();

    /// <summary>Uniform on low … high.</summary>
    public double Uniform(double low, double high) => low + (high - low) * _chance.Unit();

    /// <summary>0 … n − 1.</summary>
    public int Below(int n) => _chance.Below(n);

    /// <summary>1 with probability p, else 0.</summary>
    public double Coin(double p = 0.5) => _chance.Unit() < p ? 1 : 0;

    /// <summary>N(0, 1), by Box and Muller (1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.Unit())) * Math.Cos(2 * Math.PI * _chance.Unit());

    /// <summary>Exponential of mean 1.</summary>
    public double Exponential() => -Math.Log(1 - _chance.Unit());

    /// <summary>Laplace, of deviation √2.</summary>
    public double Laplace() => Exponential() - Exponential();

    /// <summary>χ² with so many degrees of freedom.</summary>
    public double ChiSquared(int degrees) => Enumerable.Range(0, degrees).Sum(_ => Math.Pow(Normal(), 2));

    /// <summary>Gamma of a whole shape, scale 1: so many exponential waits.</summary>
    public double Gamma(int shape) => Enumerable.Range(0, shape).Sum(_ => Exponential());

    /// <summary>Poisson: how many exponential waits fit into the mean.</summary>
    public int Poisson(double mean)
    {
        int events = 0;
        for (double time = Exponential(); time < mean; time += Exponential()) events++;
        return events;
    }

    /// <summary>d independent draws of a law.</summary>
    public static double[] Row(int d, Func<double> law) => [.. Enumerable.Range(0, d).Select(_ => law())];

    /// <summary>d independent standard normal numbers.</summary>
    public double[] Normals(int d) => Row(d, Normal);

    /// <summary>A d × d matrix that turns and stretches: rows A z have a covariance AAᵀ of chance.</summary>
    public double[][] Mixing(int d) => [.. Enumerable.Range(0, d).Select(_ => Normals(d))];

    /// <summary>A z.</summary>
    public static double[] Mixed(double[][] matrix, double[] z) =>
        [.. matrix.Select(line => line.Zip(z, (a, value) => a * value).Sum())];
}
