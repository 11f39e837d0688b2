namespace MlMaths.Torch.Evaluation;

/// <summary>A product of powers that is the target on every row: y = c ∏ xⱼ^eⱼ, with exponents that are halves and wholes.</summary>
/// <param name="Factor">c.</param>
/// <param name="Exponents">eⱼ.</param>
/// <param name="Fit">Of y by c times the product.</param>
internal sealed record ProductFit(double Factor, IReadOnlyList<double> Exponents, ExactFit Fit)
{
    /// <summary>Of a target and columns above 0; null where a row is off, or all exponents would be 0.</summary>
    public static ProductFit? Of(IReadOnlyList<double[]> columns, double[] target)
    {
        double[] logTarget = Array.ConvertAll(target, Math.Log);
        double[][] logs = [.. columns.Select(column => Array.ConvertAll(column, Math.Log))];
        if (ExactFit.LeastSquares(logs, logTarget) is not { } weights) return null;
        double[] exponents = [.. weights.Select(weight => Math.Round(2 * weight) / 2)];
        if (exponents.Contains(0)) return null;
        double[] product = [.. Enumerable.Range(0, target.Length).Select(
            row => Math.Exp(exponents.Select((exponent, j) => exponent * logs[j][row]).Sum()))];
        return product.All(double.IsFinite) && ExactFit.Of([product], target, ExactFit.Measured) is { Constant: 0 } fit
            ? new(fit.Weights[0], exponents, fit)
            : null;
    }
}
