// From the question: how much does the last entry change with entry k? Ask everything that uses k, and add up what each says. Answers are
// remembered; without that, reuse would double the questions at every step.
static class Answer
{
    public static double[] Values((string Op, int A, int B)[] tape, double[] inputs)
    {
        var v = new double[tape.Length];
        for (int k = 0; k < v.Length; k++)
        {
            var (op, a, b) = tape[k];
            if (op == "x") v[k] = inputs[a];
            else if (op == "+") v[k] = v[a] + v[b];
            else if (op == "*") v[k] = v[a] * v[b];
            else if (op == "tanh") v[k] = ⟦Math.Tanh(v[a])|(Math.Exp(v[a]) - Math.Exp(-v[a])) / (Math.Exp(v[a]) + Math.Exp(-v[a]))⟧;
            else v[k] = ⟦Math.Log(v[a])|Math.Log(v[a], Math.E)⟧;
        }

        return v;
    }

    public static void Backward((string Op, int A, int B)[] tape, double[] values, double[] gradients)
    {
        var known = new Dictionary<int, double> { [tape.Length - 1] = 1 };
        for (int k = ⟦0; k < tape.Length; k++|tape.Length - 1; k >= 0; k--⟧) gradients[k] = Asked(k);

        double Asked(int k)
        {
            if (known.TryGetValue(k, out double answer)) return answer;
            double sum = 0;
            for (int user = k + 1; user < tape.Length; user++)
            {
                var (op, a, b) = tape[user];
                if (op == "x") continue;
                bool two = ⟦op is "+" or "*"|!(op is "tanh" or "log")⟧;
                if (a == k) sum += Asked(user) * Slope(op, values[a], two ? values[b] : 0, values[user]);
                if (two && b == k) sum += Asked(user) * Slope(op, values[b], values[a], values[user]);
            }

            return known[k] = sum;
        }
    }

    public static (double Left, double Right, double Plus, string Words) Explain(double x)
    {
        double slope = ⟦2 * x + 1|x + x + 1⟧;
        return (x, x, 1, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"x stands in 3 places. As a factor it counts as much as its partner, {x}, and it has two partners; as a summand it counts 1. ")
            + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"So the slope is {slope:⟦0.0|0.00|0.###⟧}."));
    }

    private static double Slope(string op, double own, double other, double result) => op switch
    {
        "+" => 1,
        "*" => other,
        "tanh" => ⟦1 - result * result|(1 - result) * (1 + result)⟧,
        _ => ⟦1 / own|Math.Pow(own, -1)⟧,
    };
}
