using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Does the spread of the residuals grow, or shrink, with the prediction? The squares of the residuals are fitted by a line in ŷ;
/// with one spread for all rows they have no slope.
/// <code>
/// n · r²(e², ŷ)  ~  χ² with 1 degree of freedom        r² the squared correlation; no normal errors needed
/// </code>
/// Source: Breusch and Pagan, 1979, Econometrica 47:1287, in the form of Koenker, 1981, Journal of Econometrics 17:107.
/// </summary>
/// <param name="Statistic">n r².</param>
/// <param name="PValue">For one spread.</param>
/// <param name="Grows">Whether larger predictions have larger residuals.</param>
public sealed record BreuschPagan(double Statistic, double PValue, bool Grows)
{
    /// <summary>Of residuals and predictions, row by row; null where one of them does not vary.</summary>
    public static BreuschPagan? Of(IReadOnlyList<double> predictions, IReadOnlyList<double> residuals)
    {
        Finite.Checked(predictions);
        double[] r0 = [.. Finite.Checked(residuals)];
        double unit = Magnitude.Of(r0); // a correlation has no unit
        double[] squares = [.. r0.Select(residual => residual / unit * (residual / unit))];
        if (RegressionErrors.Of(squares, [.. predictions]).Pearson is not double r) return null;
        double statistic = squares.Length * r * r;
        return new BreuschPagan(statistic, ChiSquared.UpperTail(statistic, 1), r > 0);
    }
}
