#:property PublishAot=false

// Exercise 11: regularisation.
//
//   loss with penalty = 1/n Σ (z·w + b − y)² + strength · (w₁² + w₂²)       z: columns minus their mean, over their deviation
//
// Save, and see what ./mlmaths learn 11 says. Run by itself, this file shows the grid.
Console.WriteLine(string.Join("  ", Answer.Grid(0.001, 10).Select(strength => strength.ToString("0.####"))));

static class Answer
{
    // Seven strengths from low to high, each the same factor above the one before.
    public static double[] Grid(double low, double high)
    {
        throw new NotImplementedException();
    }

    // For each strength: fit w and b to the training rows (two columns, scaled; b is not penalised), and return the mean square error on
    // the validation rows. Scale both by the means and deviations of the training rows; n or n − 1 below the line.
    public static double[] Losses(double[][] rows, double[] y, double[][] validationRows, double[] validationY, double[] strengths)
    {
        throw new NotImplementedException();
    }

    // validation[k][j]: the loss of strength k on fold j; strengths are ascending. The strongest penalty whose mean loss is at most the
    // lowest mean plus one standard error of that mean (s/√folds). test[k] is the test loss of strength k, in case you want it.
    public static double Choose(double[] strengths, double[][] validation, double[] test)
    {
        throw new NotImplementedException();
    }

    // Part 2. Early stopping along a validation curve; epochs are counted from 0. Training ends `patience` epochs after the lowest loss so
    // far, or where the curve ends. Best: the epoch of the lowest loss up to there.
    public static (int Best, int End) Stop(double[] validation, int patience)
    {
        throw new NotImplementedException();
    }

    // Part 2. Along a direction with this curvature, descent from 0 covers the share 1 − (1 − rate · curvature)^steps of the way. A
    // penalty lets it cover curvature / (curvature + strength). Which strength covers as much?
    public static double Matching(double curvature, double rate, int steps)
    {
        throw new NotImplementedException();
    }
}
