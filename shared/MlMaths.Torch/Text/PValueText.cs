namespace MlMaths.Torch.Text;

/// <summary>
/// A p-value, in one hand on every page: four decimals, so that 0.0496 does not read as the level 0.05; a power of ten below them, since
/// one that rounds to nothing is not 0.
/// </summary>
public static class PValueText
{
    private const double LeastInDecimals = 1e-4;
    private const double LeastNumber = 1e-300;

    /// <summary><c>0.0181</c>, <c>5.7e-5</c>, <c>below 0.001</c>; where there is none, null or NaN, <c>not defined</c>.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="resolved">Above 0: the smallest that the method tells from a smaller one, since tables and draws end somewhere.</param>
    public static string Of(double? p, double resolved = LeastNumber) =>
        p is not { } one || double.IsNaN(one) ? NumberText.Formatted(double.NaN, "N0")
        : Finite.Share(one) < Finite.Positive(resolved) ? $"below {NumberText.Of(resolved)}"
        : one == 1 ? "1"
        : one < LeastInDecimals ? NumberText.Formatted(one, "0.0e0")
        : NumberText.Fixed(one, 4);

    /// <summary><c>p = 0.0181</c>, <c>p below 0.001</c>; parameters as of <see cref="Of"/>.</summary>
    public static string Equation(double p, double resolved = LeastNumber) =>
        Finite.Share(p) < Finite.Positive(resolved) ? $"p {Of(p, resolved)}" : $"p = {Of(p, resolved)}";
}
