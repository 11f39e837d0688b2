namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// What each row does to the fit, without fitting again:
///
/// <code>
/// hᵢ  leverage: the share of row i in its own prediction, ∂ŷᵢ/∂yᵢ; their mean is p/n
/// var rᵢ = σ²(1 − hᵢ)                       a row that pulls the line to itself has a small residual
/// rᵢ' = rᵢ / (σ̂ √(1 − hᵢ))                  standardised: about one in twenty beyond ±2 where the errors are normal
/// Dᵢ  = ‖ŷ − ŷ₍ᵢ₎‖² / (p σ̂²) = rᵢ'² hᵢ / (p (1 − hᵢ))     how far all predictions move when row i is left out
/// </code>
/// Source: Cook, 1977, Technometrics 19:15; Cook and Weisberg, Residuals and Influence in Regression (1982), chapters 2 and 3.
/// </summary>
/// <param name="Leverages">hᵢ, from 0 to 1.</param>
/// <param name="StandardisedResiduals">rᵢ'; null where hᵢ is 1 and the fit goes through the row whatever it says, or
/// where no residual is left at all.</param>
/// <param name="CookDistances">Dᵢ; null where rᵢ' is.</param>
public sealed record FitInfluence(
    IReadOnlyList<double> Leverages, IReadOnlyList<double?> StandardisedResiduals, IReadOnlyList<double?> CookDistances)
{
    // A leverage nearer to 1 than this is 1, and the residual over √(1 − h) is rounding over rounding.
    private const double Whole = 1 - 1e-10;

    /// <summary>Of every row of a fit.</summary>
    public static FitInfluence Of(LeastSquares fit)
    {
        double[] h = fit.Qr.Leverages();
        double σ = fit.ResidualDeviation;
        double?[] standardised = [.. h.Zip(fit.Residuals,
            (leverage, r) => leverage < Whole && σ > 0 ? r / (σ * Math.Sqrt(1 - leverage)) : (double?)null)];
        double?[] distances = [.. h.Zip(standardised, (leverage, r) => r * r * leverage / (fit.Qr.Columns * (1 - leverage)))];
        return new FitInfluence(h, standardised, distances);
    }

    /// <summary>Share of the rows with a standardised residual beyond ±2.</summary>
    public double ShareBeyondTwo => StandardisedResiduals.Count(r => Math.Abs(r ?? 0) > 2) / (double)StandardisedResiduals.Count;
}
