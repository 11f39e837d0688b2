#:property PublishAot=false

// Exercise 8: the length of a gradient, logged and clipped.
//
//   ‖g‖ = √ Σ g²      over all entries of all groups: the weights and the biases of every layer
//
// gradients holds one array per group. clear, backward and update work on these same arrays: clear fills them with 0, backward ADDS
// the gradient of this step, update moves the weights against whatever stands in them. Save, and see what ./mlmaths learn 8 says.
double[][] gradients = [new double[1]];
double weight = 1;
double[] norms = Answer.Log(
    gradients, () => gradients[0][0] = 0, () => gradients[0][0] += 2 * weight, () => weight -= 1.5 * gradients[0][0], 12);
foreach (double norm in norms) Console.WriteLine($"{norm,8:0.0}  {new string('#', Math.Min(60, (int)Math.Log2(1 + norm) * 6))}");

static class Answer
{
    // The length of all gradients together.
    public static double Norm(double[][] gradients)
    {
        throw new NotImplementedException();
    }

    // Trains for this many steps, and logs one norm per step: that of the gradient which backward has just made. The first norm that is
    // above 1000 (or NaN) ends the training: it is the last in the log, and no update follows it.
    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        throw new NotImplementedException();
    }

    // Part 2. Where the norm is above the limit, shrinks all entries in place, by the same factor, so that the norm is the limit. Returns
    // the norm from before.
    public static double Clip(double[][] gradients, double limit)
    {
        throw new NotImplementedException();
    }

    // Part 2. All steps, each of them clipped; nothing ends early. The log holds the norms from before clipping.
    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        throw new NotImplementedException();
    }
}
