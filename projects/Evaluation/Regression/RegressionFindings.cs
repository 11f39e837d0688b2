using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>All that was found.</summary>
internal sealed record RegressionFindings(
    RegressionData Data, RegressionOptions Options, SolutionFindings Solutions, IReadOnlyList<AccuracyPoint> Accuracy, LossFindings Losses,
    TestFindings Test, FoldFindings Folds, CoefficientFindings Coefficients, ResidualFindings Residuals)
{
    /// <summary>Powers of ten that the error of QR grows by for each of κ.</summary>
    public double QrSlope => Slope(Accuracy, point => point.QrError);

    /// <summary>The same of the normal equations, as far as they have a solution.</summary>
    public double NormalSlope =>
        Slope([.. Accuracy.TakeWhile(point => point.NormalError is not null)], point => point.NormalError);

    /// <summary>Of a straight line through the logarithms, over the points between nothing and everything lost.</summary>
    private static double Slope(IReadOnlyList<AccuracyPoint> points, Func<AccuracyPoint, double?> error)
    {
        (double X, double Y)[] logs = [.. points.Where(point => error(point) is > 0 and < 0.1)
            .Select(point => (Math.Log10(point.Condition), Math.Log10(error(point)!.Value)))];
        if (logs.Length < 3) return double.NaN;
        return LeastSquares.Fit([[.. logs.Select(at => at.X)]], [.. logs.Select(at => at.Y)]).Weights[1];
    }
}
