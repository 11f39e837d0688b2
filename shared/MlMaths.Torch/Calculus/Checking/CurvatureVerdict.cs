using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The second derivative, asked twice along random directions v of length 1.
/// <code>
/// Hv  by walking autograd's record twice
/// Hv ≈ (∇L(θ + hv) − ∇L(θ − hv)) / 2h          differences of gradients
/// </code>
/// A long step errs by the fourth derivative, a short one by rounding, so several are tried and the closest one counts: no step
/// brings a wrong answer closer. At a kink the second derivative is not defined; a direction whose steps all cross one is counted apart.
/// </summary>
/// <param name="Directions">How many were asked.</param>
/// <param name="LargestDifference">max ‖Hv − differences‖ / max(‖Hv‖, ‖differences‖), over directions without a kink;
/// null where none is left.</param>
/// <param name="Kinks">Directions whose steps all cross a kink.</param>
/// <param name="Tolerance">What differences let one expect.</param>
public sealed record CurvatureVerdict(int Directions, double? LargestDifference, int Kinks, double Tolerance)
{
    private static readonly double[] StepsOfUsual = [1, 0.1, 0.01, 10];

    /// <summary>Whether both agree, as far as could be compared.</summary>
    public bool IsRight => LargestDifference is not { } apart || apart <= Tolerance;

    /// <summary>What was found, for a reader.</summary>
    public string Sentence => LargestDifference is not { } apart
        ? $"All {Directions} directions cross a kink, where there is no second derivative."
        : string.Create(CultureInfo.InvariantCulture,
            $"Along {Directions - Kinks} of {Directions} directions, "
            + $"autograd applied twice and differences of the gradient are {apart:0.0e-0} of their length apart: "
            + $"{(IsRight ? "they agree" : "the gradient, or what autograd was given, curves differently")}.");

    /// <summary>Compares a product with differences of a gradient on the same parameters. θ is the same afterwards.</summary>
    /// <param name="product">Hv.</param>
    /// <param name="gradient">∇L, by whichever answer is trusted.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="kinks">The numbers at whose change of sign the loss has a kink, at θ as it is; null where it has none.</param>
    /// <param name="directions">How many.</param>
    /// <param name="seed">Seed of the directions.</param>
    public static CurvatureVerdict Of(
        HessianVectorProduct product, IGradientSource gradient, Batch batch, Func<IReadOnlyList<Tensor>>? kinks = null,
        int directions = 5, int seed = 7)
    {
        var precision = Precision.Of(product.Parameters.Values.dtype);
        var loss = new MovedLoss(gradient, batch, kinks);
        var random = Seeds.Generator(seed, DrawnFor.Checks);
        double? largest = null;
        int crossing = 0;
        for (int k = 0; k < directions; k++)
        {
            double[] v = Direction(loss.At.Count, random);
            double[] hv = Product(product, batch, v);
            (double[] Differences, bool Crosses)[] steps =
                [.. StepsOfUsual.Select(share => loss.GradientSlope(v, share * precision.DefaultStep))];
            double[] apart = [.. steps.Where(step => !step.Crosses).Select(step => Apart(hv, step.Differences))];
            if (apart.Length == 0)
                crossing++;
            else
                largest = Math.Max(largest ?? 0, apart.Min());
        }

        return new CurvatureVerdict(directions, largest, crossing, precision.DifferenceTolerance);
    }

    private static double[] Product(HessianVectorProduct product, Batch batch, double[] v)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor direction = TensorCopy.Of(v, dtype: product.Parameters.Values.dtype,
            device: product.Parameters.Values.device);
        return product.Times(batch, direction).to(torch.ScalarType.Float64, torch.CPU).data<double>().ToArray();
    }

    private static double[] Direction(int p, Random random)
    {
        double[] v = [.. Enumerable.Range(0, p).Select(_ => Probability.Normal.Draw(random))];
        double length = Length(v);
        return [.. v.Select(share => share / length)];
    }

    private static double Apart(double[] x, double[] y)
    {
        double size = Math.Max(Length(x), Length(y));
        return size == 0 ? 0 : Length([.. x.Zip(y, (one, other) => one - other)]) / size;
    }

    private static double Length(double[] x) => Math.Sqrt(x.Sum(number => number * number));
}
