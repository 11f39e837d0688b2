using MlMaths.Torch.Calculus;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>How far two answers for one derivation lie apart, at a point.</summary>
internal static class DerivationAnswers
{
    /// <summary>
    /// ‖hand − autograd‖ / ‖autograd‖, the worst input. An input whose gradient is below 10⁻³ of the whole is measured by that:
    /// where it is zero by cancellation, only rounding is left of it.
    /// </summary>
    public static double FromAutograd(DerivationPoint point)
    {
        using var source = new DerivationSource(point);
        return Worst(source, source.Autograd, leastShare: 1e-3);
    }

    /// <summary>
    /// The same from differences, which err by ε|L|/h ≈ 4·10⁻¹¹ |L| in each coordinate, however small the gradient:
    /// from 10⁻² of the whole.
    /// </summary>
    public static double FromDifferences(DerivationPoint point)
    {
        using var source = new DerivationSource(point);
        return Worst(source, source.Differences, leastShare: 1e-2);
    }

    public static double[] ByHand(DerivationPoint point)
    {
        using var source = new DerivationSource(point);
        return GradientOf(source, source);
    }

    private static double Worst(DerivationSource hand, IGradientSource other, double leastShare)
    {
        double[] a = GradientOf(hand, hand), r = GradientOf(other, hand);
        double floor = leastShare * Norm(r);
        double worst = 0;
        foreach (ParameterSlice slice in hand.Parameters.Slices)
        {
            Range range = slice.Offset..(slice.Offset + slice.Length);
            double apart = Norm([.. a[range].Zip(r[range], (x, y) => x - y)]);
            double size = Math.Max(Norm(r[range]), floor);
            worst = Math.Max(worst, apart == 0 ? 0 : apart / size); // Math.Max hands NaN on
        }

        return worst;
    }

    private static double[] GradientOf(IGradientSource source, DerivationSource asked)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        source.Differentiate(asked.Batch);
        return source.Parameters.GradientToArray();
    }

    private static double Norm(double[] x) => Math.Sqrt(x.Sum(number => number * number));
}
