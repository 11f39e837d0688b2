#:property PublishAot=false

// Exercise 8: the length of a gradient, logged and clipped.
//
//   ‖g‖ = √ Σ g²      over all entries of all groups: the weights and the biases of every layer
//
// gradients holds one array per group; clear, backward and update work on these very arrays: clear fills them with 0, backward ADDS
// the gradient of this step, update moves the weights against whatever stands in them. Save, and look at what ./mlmaths learn 8 says.
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

    // Trains for so many steps, and writes down the norm of each: of the gradient that backward has just made. The first norm that is
    // above 1000 (or no number) is the last in the log; the step that it belongs to is not taken.
    public static double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)
    {
        throw new NotImplementedException();
    }

    // Part 2. Makes gradients that are longer than the limit as long as the limit, in place and without turning them. What comes back is
    // their length before.
    public static double Clip(double[][] gradients, double limit)
    {
        throw new NotImplementedException();
    }

    // Part 2. All steps, each clipped. The log still tells the lengths before clipping.
    public static double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)
    {
        throw new NotImplementedException();
    }
}
