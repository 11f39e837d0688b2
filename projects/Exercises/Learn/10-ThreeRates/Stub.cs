#:property PublishAot=false

// Exercise 10: three learning rates, the same net.
//
//   for each epoch, for each of its rows:   w ← w − rate · gradient(w, row)
//
// gradient(w, row) is that of one row, loss(w) the loss over all. Save, and look at what ./mlmaths learn 10 says. Here the net is (w − 3)².
double[][] curves = Answer.Curves([0], [[0], [0], [0], [0]], (w, _) => [2 * (w[0] - 3)], w => (w[0] - 3) * (w[0] - 3), [0.01, 0.3, 1.1]);
foreach (double[] curve in curves) Console.WriteLine(string.Join("  ", curve.Select(loss => loss.ToString("0.00"))));

static class Answer
{
    // One curve for each rate: the loss at the start, then after each epoch. orders holds, for each epoch, its rows in their order. Every
    // rate begins at the same weights; start itself stays as it is. A curve that explodes is as long as the others.
    public static double[][] Curves(
        double[] start, int[][] orders, Func<double[], int, double[]> gradient, Func<double[], double> loss, double[] rates)
    {
        throw new NotImplementedException();
    }

    // "too small", "good" or "too large" for each rate, by its two curves. Too large: its validation loss ends above where it began, or as
    // no number. Good: of the others, the one whose validation loss ends lowest. The rest: too small below the good rate, too large above.
    // rates are in no order; one of them at least came down.
    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        throw new NotImplementedException();
    }

    // Part 2. losses[k][j]: where rate k ended with seed j, of 8 seeds. Which rates cannot be told from the best one (that with the lowest
    // mean)? Those whose differences from it, seed by seed, have a t of at most 2.36 in size. Their numbers k, in any order.
    public static int[] Noise(double[][] losses)
    {
        throw new NotImplementedException();
    }
}
