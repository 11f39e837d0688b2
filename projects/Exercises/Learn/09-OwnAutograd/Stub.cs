#:property PublishAot=false

// Exercise 9: autograd in your own words.
//
//   A tape is a list of entries, each made from earlier ones: ("x", i, 0) is input i; ("+", a, b), ("*", a, b), ("tanh", a, 0) and
//   ("log", a, 0) take the entries a and b. This one is x·x + x:
(string Op, int A, int B)[] tape = [("x", 0, 0), ("*", 0, 0), ("+", 1, 0)];
double[] values = Answer.Values(tape, [3]), gradients = new double[3];
Answer.Backward(tape, values, gradients);
Console.WriteLine($"values {string.Join(" ", values)}   gradients {string.Join(" ", gradients)}");

static class Answer
{
    // The value of each entry.
    public static double[] Values((string Op, int A, int B)[] tape, double[] inputs)
    {
        throw new NotImplementedException();
    }

    // Fills gradients: entry k says how much the LAST entry changes when entry k does. Numbers from last time may still stand in it.
    public static void Backward((string Op, int A, int B)[] tape, double[] values, double[] gradients)
    {
        throw new NotImplementedException();
    }

    // Part 2. x·x + x, played backwards at this x. How much is added to the gradient of x as the left factor, as the right factor, and
    // by the plus? And Words: what happens, in 20 to 80 words of your own. Any number in them must be right for this x.
    public static (double Left, double Right, double Plus, string Words) Explain(double x)
    {
        throw new NotImplementedException();
    }
}
