using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Models;

/// <summary>
/// A trained perceptron that answers without libtorch: the same formulas as <see cref="Perceptron"/> in plain C# and 32-bit
/// floats. What a call into libtorch costs, some microseconds for each operation, is most of the time that one row takes.
///
/// <code>zₗ = aₗ₋₁Wₗ + bₗ,   aₗ = φ(zₗ),   logits = z of the last layer</code>
///
/// One thread at a time: intermediate results have one place. A second net on the same numbers serves a second thread.
/// </summary>
public sealed class PlainPerceptron
{
    // Rows that go through all layers together: few enough that they stay in the cache on the way.
    private const int RowsOfBlock = 64;

    private readonly Activation _activation;
    private readonly PanelledMatrix[] _layers;
    private readonly AlignedFloats[] _outputs;

    /// <summary>A net from its numbers, which are copied.</summary>
    /// <param name="widths">Features, hidden units, classes.</param>
    /// <param name="θ">W₁ row by row, b₁, W₂, b₂ …: the order of <see cref="Perceptron.Parameters"/>.</param>
    /// <param name="activation">φ.</param>
    /// <exception cref="ArgumentException">The numbers are too few or too many for the widths.</exception>
    public PlainPerceptron(IReadOnlyList<int> widths, ReadOnlySpan<float> θ, Activation activation = Activation.Relu)
    {
        int count = Enumerable.Range(1, widths.Count - 1).Sum(l => (widths[l - 1] + 1) * widths[l]);
        if (θ.Length != count)
        {
            throw new ArgumentException(
                $"A net of widths {string.Join(", ", widths)} has {count} parameters, and {θ.Length} were given.",
                nameof(θ));
        }
        foreach (float number in θ)
            Finite.Checked(number, nameof(θ));
        (Widths, _activation) = ([.. widths], activation);
        _layers = new PanelledMatrix[widths.Count - 1];
        _outputs = new AlignedFloats[widths.Count - 1];
        for (int l = 0; l < _layers.Length; l++)
        {
            int inputs = widths[l], units = widths[l + 1];
            _layers[l] = new PanelledMatrix(units);
            _layers[l].Copy(θ[..(inputs * units)], inputs, units, 1);
            _layers[l].StartFrom(θ.Slice(inputs * units, units));
            _outputs[l] = new AlignedFloats(RowsOfBlock * PanelledMatrix.Padded(units));
            θ = θ[((inputs + 1) * units)..];
        }
    }

    /// <summary>Features, hidden units, classes.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>A copy of a net as it is now. Later training does not reach it, and nothing drops out.</summary>
    public static PlainPerceptron Of(Perceptron model) =>
        new(model.Widths, Array.ConvertAll(model.Parameters.ToArray(), number => (float)number), model.Activation);

    /// <summary>
    /// Logits [n, classes] for X [n, features], both row by row. A row with NaN or an infinite number may have no
    /// number for a logit; the others are not touched by it.
    /// </summary>
    /// <exception cref="ArgumentException">X is no whole number of rows, or the logits are not as many as they must be.</exception>
    public void Logits(ReadOnlySpan<float> X, Span<float> logits)
    {
        int features = Widths[0], classes = Widths[^1], n = X.Length / features;
        if (X.Length != n * features || logits.Length != n * classes)
        {
            throw new ArgumentException(
                $"X has {X.Length} numbers and the logits {logits.Length}: "
                + $"they must be {features} and {classes} for each row.");
        }
        for (int first = 0; first < n; first += RowsOfBlock)
        {
            int rows = Math.Min(RowsOfBlock, n - first);
            Forward(X.Slice(first * features, rows * features), rows, logits.Slice(first * classes, rows * classes));
        }
    }

    /// <summary>
    /// softmax(logits): n rows of one probability per class, one row after the other; NaN in a row that holds NaN or an
    /// infinite number.
    /// </summary>
    public double[] Probabilities(ReadOnlySpan<float> X)
    {
        int classes = Widths[^1];
        float[] logits = new float[X.Length / Widths[0] * classes];
        Logits(X, logits);
        double[] p = Array.ConvertAll(logits, z => (double)z);
        for (int start = 0; start < p.Length; start += classes)
            Softmax(p.AsSpan(start, classes));
        return p;
    }

    private static void Softmax(Span<double> z)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double logit in z) largest = Math.Max(largest, logit); // taken out first, so that e^z never overflows
        foreach (ref double number in z) sum += number = Math.Exp(number - largest);
        foreach (ref double number in z) number /= sum;
    }

    private void Forward(ReadOnlySpan<float> a, int rows, Span<float> logits)
    {
        int stride = Widths[0], last = _layers.Length - 1;
        for (int l = 0; l < last; l++)
        {
            int next = PanelledMatrix.Padded(_layers[l].Columns);
            Span<float> units = _outputs[l].Span[..(rows * next)];
            if (_activation == Activation.Relu)
            {
                SimdProduct.Multiply<Rectified>(LeftFactor.Of(a, rows, stride), _layers[l], units, next);
            }
            else
            {
                SimdProduct.Multiply<AsItIs>(LeftFactor.Of(a, rows, stride), _layers[l], units, next);
                SimdActivation.Apply(_activation, units);
            }

            a = units;
            stride = next;
        }

        SimdProduct.Multiply<AsItIs>(LeftFactor.Of(a, rows, stride), _layers[last], logits, Widths[^1]);
    }
}
