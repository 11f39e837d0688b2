namespace MlMaths.Torch.Calculus;

/// <summary>
/// Reverse-mode automatic differentiation, small enough to read: what <see cref="Autograd"/> does, for numbers and small vectors.
///
/// <para>Forth, each operation y = f(a, b) is written down with its value and its local derivatives, which only need to know
/// the operation itself:</para>
/// <code>
/// y = a · b          ∂y/∂a = b,  ∂y/∂b = a
/// y = log a          ∂y/∂a = 1/a
/// </code>
/// <para>Back, the result L is asked how it depends on each line. The last line is L itself. Every other line a acts on L only
/// through the lines y that were made of it, and the chain rule adds up over them:</para>
/// <code>
/// ∂L/∂L = 1
/// ∂L/∂a = Σ over y made of a:  ∂L/∂y · ∂y/∂a
/// </code>
/// <para>A line is made of earlier lines only, so one walk from the last line to the first meets each ∂L/∂y when it is complete.
/// One walk gives the derivative by every leaf at once: that is why a loss with a million weights can be differentiated.</para>
/// <para>With vectors, element i of y is made of element i of a and b. A single number stands beside every element, so it
/// collects from all of them; and a sum, Σᵢ aᵢ or Σᵢ aᵢbᵢ, passes its own ∂L/∂y on to every element. All three are one rule:</para>
/// <code>
/// ∂L/∂aᵢ = Σ over y:  ∂L/∂yᵢ · ∂yᵢ/∂aᵢ        where a single number is its own element i, for every i
/// </code>
/// Source: S. Linnainmaa, Taylor expansion of the accumulated rounding error (1976, BIT 16:146–160).
/// </summary>
public sealed class Tape
{
    private readonly List<TapeEntry> _entries = [];

    /// <summary>The lines in the order in which they were written.</summary>
    public IReadOnlyList<TapeEntry> Entries => _entries;

    /// <summary>
    /// A leaf whose gradient is asked for; returns the number of its line. NaN and infinite numbers are written down as
    /// they are.
    /// </summary>
    public int Variable(params IReadOnlyList<double> value) => Write(new TapeEntry(null, [], value, [], IsAsked: true));

    /// <summary>
    /// A leaf that stays as it is; returns the number of its line. NaN and infinite numbers are written down as they
    /// are.
    /// </summary>
    public int Constant(params IReadOnlyList<double> value) => Write(new TapeEntry(null, [], value, [], IsAsked: false));

    /// <summary>Does an operation on earlier lines and writes it down; returns the number of its line.</summary>
    /// <exception cref="ArgumentException">The operation has another number of operands, or the vectors another length.</exception>
    public int Record(Operation operation, params IReadOnlyList<int> operands)
    {
        TapeEntry[] from = [.. operands.Select(line => _entries[line])];
        if (from.Length != operation.Operands)
        {
            throw new ArgumentException(
                $"'{operation.Name}' has {operation.Operands} operands, and {from.Length} were given.",
                nameof(operands));
        }
        int n = from.Max(entry => entry.Value.Count);
        if (from.Any(entry => entry.Value.Count != n && entry.Value.Count != 1))
        {
            throw new ArgumentException(
                $"Vectors of {from[0].Value.Count} and {from[1].Value.Count} elements cannot be combined.",
                nameof(operands));
        }

        double[] y = new double[n], ofA = new double[n], ofB = new double[n];
        for (int i = 0; i < n; i++)
        {
            double a = Element(from[0].Value, i), b = from.Length == 2 ? Element(from[1].Value, i) : 0;
            y[i] = operation.Value(a, b);
            (ofA[i], ofB[i]) = operation.Slopes(a, b, y[i]);
        }

        double[]?[] slopes = [.. from.Select((entry, k) => !entry.IsAsked ? null : k == 0 ? ofA : ofB)];
        return Write(new TapeEntry(operation, operands, operation.AddsUp ? [y.Sum()] : y, slopes, from.Any(entry => entry.IsAsked)));
    }

    /// <summary>∂L/∂a for every line a, where L is the last line; null where it is not asked.</summary>
    /// <exception cref="InvalidOperationException">The last line is not a single number.</exception>
    public IReadOnlyList<IReadOnlyList<double>?> Gradients()
    {
        if (_entries.Count == 0 || _entries[^1].Value.Count != 1)
            throw new InvalidOperationException("Only a single number has a gradient: let the last line of the tape be one.");

        double[]?[] gradients = [.. _entries.Select(entry => entry.IsAsked ? new double[entry.Value.Count] : null)];
        if (gradients[^1] is { } ofL) ofL[0] = 1;                                    // ∂L/∂L

        for (int line = _entries.Count - 1; line >= 0; line--)
        {
            if (gradients[line] is not { } dy) continue;
            TapeEntry y = _entries[line];
            for (int k = 0; k < y.Operands.Count; k++)
            {
                if (gradients[y.Operands[k]] is { } da)
                    PassOn(dy, y.Slopes[k]!, da);
            }
        }

        return gradients;
    }

    /// <summary>∂L/∂aᵢ ← ∂L/∂aᵢ + ∂L/∂yᵢ · ∂yᵢ/∂aᵢ</summary>
    private static void PassOn(double[] dy, IReadOnlyList<double> slopes, double[] da)
    {
        for (int i = 0; i < slopes.Count; i++)
            da[da.Length == 1 ? 0 : i] += Element(dy, i) * slopes[i];
    }

    private static double Element(IReadOnlyList<double> vector, int i) => vector.Count == 1 ? vector[0] : vector[i];

    private int Write(TapeEntry entry)
    {
        _entries.Add(entry);
        return _entries.Count - 1;
    }
}
