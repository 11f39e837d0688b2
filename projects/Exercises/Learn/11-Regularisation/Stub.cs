#:property PublishAot=false

// Exercise 11: regularisation.
//
//   loss with penalty = 1/n Σ (z·w + b − y)² + strength · (w₁² + w₂²)       z: columns less their mean, over their deviation
//
// Save, and look at what ./mlmaths learn 11 says. Run by itself, this file shows the grid.
Console.WriteLine(string.Join("  ", Answer.Grid(0.001, 10).Select(strength => strength.ToString("0.####"))));

static class Answer
{
    // Seven strengths from low to high, each the same factor above the one before.
    public static double[] Grid(double low, double high)
    {
        throw new NotImplementedException();
    }

    // For each strength: fit w and b to the training rows (two columns, scaled; b is not penalised), and return the mean square error on
    // the validation rows. Deviations of the training rows, with n or n − 1 below the line.
    public static double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)
    {
        throw new NotImplementedException();
    }

    // validation[k][j]: the loss of strength k on fold j; strengths are ascending. The strongest penalty whose mean loss is at most the
    // lowest mean plus one standard error of that mean (s/√folds). test[k] is there as well.
    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        throw new NotImplementedException();
    }

    // Part 2. Early stopping along a validation curve, epochs counted from 0: training ends when `patience` epochs have gone by since the
    // lowest loss so far, or with the curve. Best: the epoch of the lowest loss up to there.
    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        throw new NotImplementedException();
    }

    // Part 2. Along a direction with this curvature, descent from 0 gets a share 1 − (1 − rate · curvature)^steps of the way. Which
    // strength gets as far, if a penalty gets curvature / (curvature + strength) of the way?
    public static double Matching(double curvature, double rate, int steps)
    {
        throw new NotImplementedException();
    }
}
