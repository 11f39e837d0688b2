// slip: tan
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
                "tanh" => Math.Tan(v[a]),
                _ => Math.Log(v[a]),
            };
        }
        return v;
    }
}
