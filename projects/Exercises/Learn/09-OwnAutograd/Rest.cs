// What a mistake leaves right: each file of Mistakes/ takes the methods that it has not from here.
static class Answer
{
    public static double[] Values((string Op, int A, int B)[] tape, double[] inputs)
    {
        var v = new double[tape.Length];
        for (int k = 0; k < tape.Length; k++)
        {
            var (op, a, b) = tape[k];
            v[k] = op switch
            {
                "x" => inputs[a],
                "+" => v[a] + v[b],
                "*" => v[a] * v[b],
                "tanh" => Math.Tanh(v[a]),
                _ => Math.Log(v[a]),
            };
        }
        return v;
    }

    public static void Backward((string Op, int A, int B)[] tape, double[] values, double[] gradients)
    {
        Array.Clear(gradients);
        gradients[^1] = 1;
        for (int k = tape.Length - 1; k >= 0; k--)
        {
            var (op, a, b) = tape[k];
            double g = gradients[k];
            if (op == "+")
            {
                gradients[a] += g;
                gradients[b] += g;
            }
            else if (op == "*")
            {
                gradients[a] += g * values[b];
                gradients[b] += g * values[a];
            }
            else if (op == "tanh") gradients[a] += g * (1 - values[k] * values[k]);
            else if (op == "log") gradients[a] += g / values[a];
        }
    }

    public static (double Left, double Right, double Plus, string Words) Explain(double x) => (x, x, 1,
        FormattableString.Invariant($"The plus at the end holds 1 and passes 1 to both of its sides. The product passes {x} to its left ")
        + FormattableString.Invariant($"factor and {x} to its right one. All three arrive at x, and add up to {2 * x + 1}."));
}
