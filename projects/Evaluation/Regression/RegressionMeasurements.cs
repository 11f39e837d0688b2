using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>The numbers that a person may quote.</summary>
internal static class RegressionMeasurements
{
    public static Measurements Of(RegressionFindings findings)
    {
        var measurements = new Measurements();
        AddTest(measurements, findings);
        AddFolds(measurements, findings.Folds);
        AddSolutions(measurements, findings);
        AddLosses(measurements, findings);
        AddWeights(measurements, findings.Coefficients);
        AddResiduals(measurements, findings.Residuals);
        return measurements;
    }

    private static void AddTest(Measurements measurements, RegressionFindings findings)
    {
        TestFindings test = findings.Test;
        string rows = FormattableString.Invariant($"{findings.Data.TestTargets.Length} test rows, scored once");
        AddErrors(measurements, "regression", "", test.OfSquares, rows);
        AddErrors(measurements, "regression.absolute", " of the absolute fit", test.OfAbsolute, rows);
        AddErrors(measurements, "regression.baseline", " of the training mean", test.OfBaseline, rows);
        measurements.Add("regression.gain", "Gain over the training mean (RMSE)", test.Gain, "",
            $"how much smaller the RMSE is than with the mean of the training rows; {rows}");
        measurements.Add("regression.gain.mae", "Gain over the training mean (MAE)", test.MeanAbsoluteGain, "",
            $"how much smaller the MAE is; {rows}");
        measurements.Add(
            "regression.absolute.gain.mae", "Gain of the absolute fit over least squares (MAE)",
            test.AbsoluteOverSquares, "", $"how much smaller its MAE is; {rows}");
        measurements.Add(
            "regression.squares.gain.rmse", "Gain of least squares over the absolute fit (RMSE)",
            test.SquaresOverAbsolute, "", $"how much smaller its RMSE is; {rows}");
    }

    private static void AddErrors(Measurements measurements, string id, string whose, RegressionIntervals errors, string rows)
    {
        measurements.Add($"{id}.rmse", $"RMSE{whose}", errors.RootMeanSquared, "",
            $"root mean squared error, in the target's unit; {rows}");
        measurements.Add($"{id}.mae", $"MAE{whose}", errors.MeanAbsolute, "", $"mean absolute error, in the target's unit; {rows}");
        measurements.Add($"{id}.r2", $"R²{whose}", errors.RSquared, "", $"against the mean of the test rows themselves; {rows}");
    }

    private static void AddFolds(Measurements measurements, FoldFindings folds)
    {
        string how = FormattableString.Invariant($"mean over {folds.Scores.Folds.Count} folds of repeated ")
            + "cross-validation, everything fitted again in each";
        measurements.Add("regression.cv.rmse", "RMSE, cross-validated", folds["rmse"], "", how);
        measurements.Add("regression.cv.mae", "MAE, cross-validated", folds["mae"], "", how);
        measurements.Add("regression.cv.r2", "R², cross-validated", folds["r2"], "", how);
        measurements.Add("regression.cv.gain", "Gain over the training mean (RMSE), cross-validated", folds["gain"], "", how);
    }

    private static void AddSolutions(Measurements measurements, RegressionFindings findings)
    {
        SolutionFindings solutions = findings.Solutions;
        measurements.Add(
            "regression.condition", "Condition number of the standardised columns", Finite(solutions.Condition.Value),
            "", "largest over smallest singular value of [1 | X], training rows", "a combination of the columns is 0");
        measurements.Add(
            "regression.condition.raw", "Condition number of the columns as they are",
            Finite(solutions.RawCondition?.Value), "", "largest over smallest singular value of [1 | X], training rows",
            "the numbers are too large to be squared, or a combination of the columns is 0");
        measurements.Add(
            "regression.ways_difference", "Largest difference between the methods for least squares",
            solutions.LargestDifference,
            "", "‖difference‖/‖weights‖ of normal equations and of descent from QR, training rows");
        measurements.Add("regression.descent.steps", "Steps of gradient descent", solutions.Descent.Steps, "steps",
            $"at the fastest constant rate; it {solutions.Descent.Ending}, standardised columns and target");
        measurements.Add(
            "regression.gradient_difference", "Difference between the gradient by hand and autograd's",
            solutions.GradientDifference, "", "‖difference‖/‖gradient‖ at random weights");
    }

    private static void AddLosses(Measurements measurements, RegressionFindings findings)
    {
        LossFindings losses = findings.Losses;
        measurements.Add(
            "regression.absolute.largest_pull", "Largest pull of a row that the absolute fit passes through",
            losses.LeastAbsolute.LargestPull, "", "1 or less proves a minimum of the mean absolute error");
        measurements.Add(
            "regression.absolute.descent_excess",
            "How far subgradient descent stays above the least mean absolute error", losses.DescentExcess,
            "", FormattableString.Invariant($"in deviations of the target, after {losses.DescentSteps} steps"));
        TargetOutliers wild = losses.Wild[^1];
        string how = FormattableString.Invariant($"MAE on the test rows, ")
            + FormattableString.Invariant($"fitted with {wild.Count} of {findings.Data.TrainingTargets.Length} ")
            + FormattableString.Invariant($"training targets {TargetOutliers.Distance:0} deviations too high");
        measurements.Add("regression.wild.mae", "MAE of least squares with outliers", wild.SquaresError, "", how);
        measurements.Add("regression.wild.absolute.mae", "MAE of the absolute fit with "
            + "outliers", wild.AbsoluteError, "", how);
    }

    private static void AddWeights(Measurements measurements, CoefficientFindings coefficients)
    {
        measurements.Add("regression.weights.known", "Weights whose sign is known, corrected for asking about all", coefficients.Known, "",
            FormattableString.Invariant($"of {coefficients.Adjusted.Count}: Holm's p-value of the t test is below {HolmValues.Level}"));
        measurements.Add("regression.residual_deviation", "Residual deviation", coefficients.Fit.ResidualDeviation, "",
            FormattableString.Invariant($"training rows, {coefficients.Fit.DegreesOfFreedom} degrees of freedom"));
    }

    private static void AddResiduals(Measurements measurements, ResidualFindings residuals)
    {
        measurements.Add(
            "regression.spread.p", "p-value for a constant spread of the residuals", residuals.Spread?.PValue, "",
            "Breusch–Pagan in Koenker's form, training rows", "nothing is left over, or predictions do not vary");
        measurements.Add(
            "regression.curvature.p", "p-value for a straight line", residuals.Curvature?.PValue, "",
            "t of the squared prediction as one more column, training rows",
            "nothing is left over, or the squared prediction adds nothing new");
        measurements.Add(
            "regression.normal.p", "p-value for normal errors", residuals.Envelope?.PValue, "",
            "share of simulations with as many residuals outside the envelope",
            "nothing is left over, or a row determines its own prediction");
        measurements.Add(
            "regression.coverage.even", "Coverage of the 95 % t intervals, constant spread",
            residuals.EvenCoverage?.Share ?? NothingLeft, "",
            FormattableString.Invariant($"share of all weights in {residuals.Worlds} simulated ")
            + "data sets on these training rows");
        measurements.Add(
            "regression.coverage.growing", "Coverage of the 95 % t intervals, spread as measured",
            residuals.GrowingCoverage?.Share ?? NothingLeft, "",
            FormattableString.Invariant($"share of all weights in {residuals.Worlds} simulated ")
            + "data sets on these training rows");
    }

    private static Interval NothingLeft => Interval.Undefined("the line passes through every training row");

    private static double? Finite(double? number) => number is { } one && double.IsFinite(one) ? one : null;
}
