#:property PublishAot=false

// Exercise 7: one step down.
//
//   r = wx + b − y        L = 1/n Σ r²        a step: w ← w − rate · dL/dw,   b ← b − rate · dL/db
//
// rate is the learning rate. Write the three methods of part 1, save, and see what ./mlmaths learn 7 says. Run by itself, this file
// draws the loss along w.
double[] x = [1, 2, 3, 4], y = [2.1, 3.9, 6.2, 7.8];
for (double slope = 0; slope <= 4; slope += 0.5)
    Console.WriteLine($"w = {slope:0.0}  {new string('#', (int)Answer.Loss(x, y, slope, 0))}");

static class Answer
{
    // The mean squared distance of the points from the line.
    public static double Loss(double[] x, double[] y, double w, double b)
    {
        throw new NotImplementedException();
    }

    // How the loss changes along w, and along b: dL/dw and dL/db.
    public static (double W, double B) Gradient(double[] x, double[] y, double w, double b)
    {
        throw new NotImplementedException();
    }

    // The line after one step of gradient descent.
    public static (double W, double B) Step(double[] x, double[] y, double w, double b, double rate)
    {
        throw new NotImplementedException();
    }

    // Part 2. The learning rate above which descent runs away, whatever y is. Within 2 % of it is good enough.
    public static double LargestRate(double[] x)
    {
        throw new NotImplementedException();
    }
}
