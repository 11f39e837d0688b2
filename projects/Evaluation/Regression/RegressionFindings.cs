using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>All that was found.</summary>
internal sealed record RegressionFindings(
    RegressionData Data, RegressionOptions Options, SolutionFindings Solutions, IReadOnlyList<AccuracyPoint> Accuracy, LossFindings Losses,
    TestFindings Test, FoldFindings Folds, CoefficientFindings Coefficients, ResidualFindings Residuals);
