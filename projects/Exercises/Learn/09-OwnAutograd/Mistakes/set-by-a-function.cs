// slip: overwrites-in-functions
static class Answer
{
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
            else if (op == "tanh") gradients[a] = g * (1 - values[k] * values[k]);
            else if (op == "log") gradients[a] = g / values[a];
        }
    }
}
