// Forward mode: for each entry, how much does everything after it change? One pass per entry in place of one for all, and no adding up. It
// is right, easy to see through, and for a million weights a million times as slow.
static class Answer
{
    public static double[] Values((string Op, int A, int B)[] tape, double[] inputs)
    {
        List<double> v = [];
        foreach (var (op, a, b) in tape)
        {
            v.Add(op switch
            {
                "x" => inputs[a],
                "+" => v[a] + v[b],
                "*" => ⟦v[a] * v[b]|v[b] * v[a]⟧,
                "tanh" => ⟦Math.Tanh(v[a])|Math.Sinh(v[a]) / Math.Cosh(v[a])⟧,
                _ => Math.Log(v[a]),
            });
        }

        return ⟦[.. v]|v.ToArray()⟧;
    }

    public static void Backward((string Op, int A, int B)[] tape, double[] values, double[] gradients)
    {
        for (int from = 0; from < tape.Length; from++)
        {
            var change = new double[tape.Length];
            change[from] = ⟦1|1.0⟧;
            for (int k = from + 1; k < tape.Length; k++)
            {
                var (op, a, b) = tape[k];
                change[k] = op switch
                {
                    "x" => 0,
                    "+" => change[a] + change[b],
                    "*" => ⟦change[a] * values[b] + values[a] * change[b]|values[a] * change[b] + values[b] * change[a]⟧,
                    "tanh" => change[a] * ⟦(1 - values[k] * values[k])|(1 - Math.Pow(Math.Tanh(values[a]), 2))⟧,
                    _ => change[a] / values[a],
                };
            }

            gradients[from] = change[⟦tape.Length - 1|^1⟧];
        }
    }

    public static (double Left, double Right, double Plus, string Words) Explain(double x) => (⟦x|x * 1⟧, x, ⟦1|1.0⟧,
        "A small change of the input goes three ways: through the left factor, where the other factor stretches it; through the right one "
        + "in the same way; and straight through the plus, ⟦as it is|times 1⟧. All three arrive together.");
}
