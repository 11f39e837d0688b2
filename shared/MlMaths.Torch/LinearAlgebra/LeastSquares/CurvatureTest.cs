using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Does the line bend? The square of the prediction is offered as one more column; a line that is straight has no use for it.
/// <code>
/// q  = ŷ² − (its projection on [1 | X])         what of ŷ² the columns do not say already
/// γ  = q·r / q·q                                its weight, were it in the fit (Frisch and Waugh, 1933, Econometrica 1:387)
/// t  = γ / ( s √(1/q·q) ),  s² = (‖r‖² − γ²q·q)/(n − p − 1)
/// </code>
/// Source: Ramsey, 1969, Journal of the Royal Statistical Society B 31:350 (RESET, with the square alone).
/// </summary>
/// <param name="T">Above 0: the residuals are higher at both ends than in the middle.</param>
/// <param name="PValue">Two-sided, for no curvature.</param>
public sealed record CurvatureTest(double T, double PValue)
{
    /// <summary>Of a fit; null where ŷ² says nothing new, or a row or spread is missing.</summary>
    public static CurvatureTest? Of(LeastSquares fit)
    {
        double[] fitted = fit.Fitted;
        // t has no unit: in this one squares neither overflow nor vanish
        double mean = Moments.Of(fitted).Mean, unit = Magnitude.Of(fitted);
        // about the mean: the rest is in the columns already
        double[] square = [.. fitted.Select(ŷ => Math.Pow((ŷ - mean) / unit, 2))];
        double[] q = fit.Qr.Residuals(square), r = [.. fit.Residuals.Select(one => one / unit)];
        double qq = Dot(q, q);
        int degrees = fit.DegreesOfFreedom - 1;
        if (degrees < 1 || !(qq > 1e-12 * Dot(square, square)))
            return null;

        double γ = Dot(q, r) / qq, s2 = (Dot(r, r) - γ * γ * qq) / degrees;
        if (!(s2 > 0)) return null;
        double t = γ * Math.Sqrt(qq / s2);
        return new CurvatureTest(t, StudentT.TwoSidedPValue(t, degrees));
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
