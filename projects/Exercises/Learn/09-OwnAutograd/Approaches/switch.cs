// The tape as the lesson has it: one switch forwards, one switch backwards. Every entry is visited once, so it takes no longer backwards
// than forwards.
static class Answer
{
    public static double[] Values((string Op, int A, int B)[] tape, double[] inputs)
    {
        var v = new double[tape.Length];
        for (int k = 0; k < tape.Length; k++)
        {
            v[k] = tape[k].Op switch
            {
                "x" => inputs[tape[k].A],
                "+" => ⟦v[tape[k].A] + v[tape[k].B]|v[tape[k].B] + v[tape[k].A]⟧,
                "*" => ⟦v[tape[k].A] * v[tape[k].B]|v[tape[k].B] * v[tape[k].A]⟧,
                "tanh" => ⟦Math.Tanh(v[tape[k].A])|MathF.Tanh((float)v[tape[k].A])|1 - 2 / (1 + Math.Exp(2 * v[tape[k].A]))⟧,
                "log" => ⟦Math.Log(v[tape[k].A])|Math.Log10(v[tape[k].A]) * Math.Log(10)|Math.Log2(v[tape[k].A]) / Math.Log2(Math.E)⟧,
                _ => throw new ArgumentException(tape[k].Op),
            };
        }

        return v;
    }

    public static void Backward((string Op, int A, int B)[] tape, double[] values, double[] gradients)
    {
        ⟦Array.Clear(gradients);|Array.Fill(gradients, 0);⟧
        gradients[⟦^1|tape.Length - 1⟧] = 1;
        for (int k = tape.Length - 1; k >= 0; k--)
        {
            var (op, a, b) = tape[k];
            double got = gradients[k];
            switch (op)
            {
                case "+":
                    gradients[a] += got;
                    gradients[b] += got;
                    break;
                case "*":
                    gradients[a] += ⟦got * values[b]|values[b] * got⟧;
                    gradients[b] += got * values[a];
                    break;
                case "tanh":
                    double slope = ⟦1 - values[k] * values[k]|(1 - values[k]) * (1 + values[k])|Math.Pow(Math.Cosh(values[a]), -2)⟧;
                    gradients[a] += got * slope;
                    break;
                case "log":
                    gradients[a] += ⟦got / values[a]|got * Math.Exp(-values[k])⟧;
                    break;
            }
        }
    }

    public static (double Left, double Right, double Plus, string Words) Explain(double x)
    {
        string words = FormattableString.Invariant($"Start with 1 at the end. The plus hands it on to both sides, so x has 1 already. ")
            + FormattableString.Invariant($"The product gives each factor the other one, {x:⟦0.0|0.00|0⟧}, twice. ") + "Shares are added.";
        return ⟦(x, x, 1, words)|((float)x, (float)x, 1, words)⟧;
    }
}
