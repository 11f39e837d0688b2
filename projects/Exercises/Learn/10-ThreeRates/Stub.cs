#:property PublishAot=false

// Exercise 10: three learning rates, the same net.
//
//   for each epoch, for each of its rows:   w ← w − rate · gradient(w, row)
//
// gradient(w, row) is the gradient for one row, loss(w) the loss over all rows, rate a learning rate. Save, and see what
// ./mlmaths learn 10 says. Here the net is (w − 3)².
double[][] curves = Answer.Curves([0], [[0], [0], [0], [0]], (w, _) => [2 * (w[0] - 3)], w => (w[0] - 3) * (w[0] - 3), [0.01, 0.3, 1.1]);
foreach (double[] curve in curves) Console.WriteLine(string.Join("  ", curve.Select(loss => loss.ToString("0.00"))));

static class Answer
{
    // One curve for each rate: the loss at the start, then after each epoch. orders holds the row numbers of each epoch, in their order.
    // Every training begins at start, and start itself must not change. A curve that explodes is as long as the others.
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates)
    {
        throw new NotImplementedException();
    }

    // "too small", "good" or "too large" for each rate. Too large: its validation loss ends above where it began, or as NaN. Good: of
    // the others, the one whose validation loss ends lowest. The rest: "too small" if below the good rate, "too large" if above it.
    // rates are in no order; at least one of them came down.
    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        throw new NotImplementedException();
    }

    // Part 2. losses[k][j]: the final loss of rate k with seed j; there are 8 seeds. The best rate has the lowest mean. Return the numbers
    // k of all others that cannot be told from it: |t| of the differences, seed by seed, is at most 2.36. In any order.
    public static int[] Noise(double[][] losses)
    {
        throw new NotImplementedException();
    }
}
