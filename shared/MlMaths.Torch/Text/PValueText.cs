namespace MlMaths.Torch.Text;

/// <summary>
/// A p-value, in one hand on every page: four decimals, so that 0.0496 does not read as the level 0.05; a power of ten below them, since
/// one that rounds to nothing is not 0.
/// </summary>
public static class PValueText
{
    private const double LeastInDecimals = 1e-4;
    private const double LeastNumber = 1e-300;

    /// <summary><c>0.0181</c>, <c>5.7e-5</c>, <c>below 0.001</c>, <c>not defined</c>.</summary>
    /// <param name="p">0 to 1; null or NaN where the test has none.</param>
    /// <param name="resolved">The smallest that the method tells from a smaller one: what was read in a table or drawn ends somewhere.</param>
    public static string Of(double? p, double resolved = LeastNumber) => p switch
    {
        null or double.NaN => NumberText.Formatted(double.NaN, "N0"),
        double one when one < resolved => $"below {NumberText.Of(resolved)}",
        1 => "1",
        < LeastInDecimals => NumberText.Formatted(p.Value, "0.0e0"),
        _ => NumberText.Fixed(p.Value, 4),
    };

    /// <summary><c>p = 0.0181</c>, <c>p below 0.001</c>; parameters as of <see cref="Of"/>.</summary>
    public static string Equation(double p, double resolved = LeastNumber) =>
        p < resolved ? $"p {Of(p, resolved)}" : $"p = {Of(p, resolved)}";
}
