using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>Random sizes and tensors in float64, one after the other, that a seed decides.</summary>
internal sealed class DrawnInputs(int seed)
{
    private SplitMix64 _chance = new(seed, DrawnFor.Checks);

    /// <summary>A size from <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public int Size(int least, int most) => least + _chance.Below(most - least + 1);

    /// <summary>N(0, 1).</summary>
    public Tensor Normal(params long[] shape) => Fill(shape, () =>
        // Box and Muller: a radius and an angle.
        Math.Sqrt(-2 * Math.Log(1 - _chance.Unit())) * Math.Cos(2 * Math.PI * _chance.Unit()));

    /// <summary>Between two numbers, each place alike.</summary>
    public Tensor Between(double low, double high, params long[] shape) => Fill(shape, () => low + (high - low) * _chance.Unit());

    /// <summary>On either side of 0, at a distance between two numbers.</summary>
    public Tensor EitherSide(double near, double far, params long[] shape) =>
        Fill(shape, () => (_chance.Below(2) == 0 ? 1 : -1) * (near + (far - near) * _chance.Unit()));

    /// <summary>0 or 1, each as often.</summary>
    public Tensor ZeroOrOne(params long[] shape) => Fill(shape, () => _chance.Below(2));

    /// <summary>n classes from 0 to C − 1.</summary>
    public Tensor Classes(int n, int C) =>
        TensorCopy.Of([.. Enumerable.Range(0, n).Select(_ => (long)_chance.Below(C))]);

    private static Tensor Fill(long[] shape, Func<double> number)
    {
        double[] numbers = new double[shape.Aggregate(1L, (product, size) => product * size)];
        foreach (ref double place in numbers.AsSpan())
            place = number();
        return TensorCopy.Of(numbers, shape);
    }
}
