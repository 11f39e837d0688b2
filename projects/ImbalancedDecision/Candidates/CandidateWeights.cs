using MlMaths.Torch.Models;

namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>What a candidate learnt, as numbers: enough to answer without libtorch.</summary>
/// <param name="Kind">A straight line, or a net of two classes.</param>
/// <param name="Widths">Features, hidden units, outputs: one for a line.</param>
/// <param name="Parameters">θ: w and b of a line; W₁ row by row, b₁, W₂, b₂ … of a net.</param>
internal sealed record CandidateWeights(ModelKind Kind, IReadOnlyList<int> Widths, double[] Parameters)
{
    /// <summary>φ of every net among the candidates.</summary>
    public const Activation NetActivation = Activation.Tanh;

    public static CandidateWeights Of(LogisticModel line) =>
        new(ModelKind.Logistic, [line.Parameters.Count - 1, 1], line.Parameters.ToArray());

    public static CandidateWeights Of(Perceptron net) => new(ModelKind.Perceptron, net.Widths, net.Parameters.ToArray());

    /// <summary>
    /// The logits of rows: wᵀz + b of a line, the second output less the first of a net. The run and <c>predict</c> both ask here,
    /// so that they agree.
    /// </summary>
    /// <param name="z">[n, d] standardised features, row by row.</param>
    public double[] Logits(ReadOnlySpan<double> z) => Kind == ModelKind.Logistic ? OfLine(z) : OfNet(z);

    /// <summary>θ in its named parts: W1, b1, W2 …; numbers of a net are those of 32 bits that it was trained with.</summary>
    public Dictionary<string, object> Layers()
    {
        Dictionary<string, object> layers = [];
        int at = 0;
        for (int layer = 1; layer < Widths.Count; layer++)
        {
            Add($"W{layer}", Widths[layer - 1] * Widths[layer]);
            Add($"b{layer}", Widths[layer]);
        }

        return layers;

        void Add(string name, int length)
        {
            double[] part = Parameters[at..(at += length)];
            layers[name] = Kind == ModelKind.Logistic ? part : Array.ConvertAll(part, number => (float)number);
        }
    }

    private double[] OfLine(ReadOnlySpan<double> z)
    {
        int d = Widths[0];
        double[] logits = new double[z.Length / d];
        for (int row = 0; row < logits.Length; row++)
        {
            logits[row] = Parameters[d];
            for (int column = 0; column < d; column++)
                logits[row] += Parameters[column] * z[row * d + column];
        }

        return logits;
    }

    private double[] OfNet(ReadOnlySpan<double> z)
    {
        var net = new PlainPerceptron(Widths, Array.ConvertAll(Parameters, number => (float)number), NetActivation);
        float[] X = new float[z.Length];
        for (int i = 0; i < X.Length; i++)
            X[i] = (float)z[i];
        float[] outputs = new float[z.Length / Widths[0] * 2];
        net.Logits(X, outputs);
        return [.. Enumerable.Range(0, outputs.Length / 2).Select(row => (double)outputs[2 * row + 1] - outputs[2 * row])];
    }
}
