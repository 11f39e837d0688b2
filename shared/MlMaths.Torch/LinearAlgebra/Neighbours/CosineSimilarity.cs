using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// How far two rows point the same way, whatever their lengths.
///
/// <code>
/// cos(x, y) = x · y / (‖x‖ ‖y‖)              −1 … 1; not defined for a row of zeros, which points nowhere
/// ‖x̂ − ŷ‖²  = 2 − 2 cos(x, y)                x̂ = x/‖x‖: among rows of length 1, near and alike are one
/// </code>
/// </summary>
public static class CosineSimilarity
{
    /// <summary>Of two rows; null where one is all zero.</summary>
    public static double? Between(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"x has {x.Length} numbers and y has {y.Length}.", nameof(y));
        Finite.Check(x);
        Finite.Check(y);
        double product = 0, lengthX = 0, lengthY = 0, unitX = Magnitude.Of(x), unitY = Magnitude.Of(y);
        for (int j = 0; j < x.Length; j++)
        {
            (double a, double b) = (x[j] / unitX, y[j] / unitY); // a cosine has no unit
            product += a * b;
            lengthX += a * a;
            lengthY += b * b;
        }
        // Rounding may step over the ends.
        return lengthX == 0 || lengthY == 0 ? null : Math.Clamp(product / (Math.Sqrt(lengthX) * Math.Sqrt(lengthY)), -1, 1);
    }

    /// <summary>Of all pairs of rows of X [n, d] and Y [m, d]: [n, m], on their device; NaN where a row is all zero.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static Tensor Of(Tensor X, Tensor Y)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return UnitRows(Finite.Checked(X)).mm(UnitRows(Finite.Checked(Y)).t()).clamp(-1, 1).MoveToOuterDisposeScope();
    }

    /// <summary>x/‖x‖ in float64; a row of zeros becomes NaN, which compares as near to nothing.</summary>
    internal static Tensor UnitRows(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = X.detach().to(torch.ScalarType.Float64);
        // where its square would overflow or vanish, the row is divided by it first
        Tensor largest = rows.abs().amax([1], true);
        rows = rows / torch.where((largest > 1e150).logical_or(largest < 1e-150), largest, torch.ones_like(largest));
        return (rows / rows.square().sum(1, keepdim: true).sqrt()).MoveToOuterDisposeScope();
    }
}
