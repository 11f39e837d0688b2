namespace MlMaths.Torch.Calculus;

/// <summary>
/// A line of a <see cref="Tape"/> that is calculated with like a number: each operator writes the next line down.
/// <code>
/// Tape tape = new();
/// TapeNumber w = TapeNumber.Variable(tape, 2), b = TapeNumber.Variable(tape, 0.5), x = TapeNumber.Constant(tape, -1);
/// TapeNumber loss = (1 + (-(w * x + b)).Exp()).Log();
/// loss.Gradient(w)                                          ∂L/∂w, what autograd finds for the same line
/// </code>
/// </summary>
/// <param name="Tape">Where it is written down.</param>
/// <param name="Line">The number of its line.</param>
public sealed record TapeNumber(Tape Tape, int Line)
{
    /// <summary>Its value; of a vector the elements.</summary>
    public IReadOnlyList<double> Value => Tape.Entries[Line].Value;

    /// <summary>
    /// A leaf whose gradient is asked for. NaN and infinite numbers are written down as they are.
    /// </summary>
    public static TapeNumber Variable(Tape tape, params IReadOnlyList<double> value) => new(tape, tape.Variable(value));

    /// <summary>A leaf that stays as it is. NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber Constant(Tape tape, params IReadOnlyList<double> value) => new(tape, tape.Constant(value));

    /// <summary>a + b</summary>
    public static TapeNumber operator +(TapeNumber a, TapeNumber b) => a.With(Operation.Add, b);

    /// <summary>a + b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator +(TapeNumber a, double b) => a + Constant(a.Tape, b);

    /// <summary>a + b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator +(double a, TapeNumber b) => Constant(b.Tape, a) + b;

    /// <summary>a − b</summary>
    public static TapeNumber operator -(TapeNumber a, TapeNumber b) => a.With(Operation.Subtract, b);

    /// <summary>a − b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator -(TapeNumber a, double b) => a - Constant(a.Tape, b);

    /// <summary>a − b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator -(double a, TapeNumber b) => Constant(b.Tape, a) - b;

    /// <summary>−a</summary>
    public static TapeNumber operator -(TapeNumber a) => a.With(Operation.Negate);

    /// <summary>a · b</summary>
    public static TapeNumber operator *(TapeNumber a, TapeNumber b) => a.With(Operation.Multiply, b);

    /// <summary>a · b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator *(TapeNumber a, double b) => a * Constant(a.Tape, b);

    /// <summary>a · b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator *(double a, TapeNumber b) => Constant(b.Tape, a) * b;

    /// <summary>a / b</summary>
    public static TapeNumber operator /(TapeNumber a, TapeNumber b) => a.With(Operation.Divide, b);

    /// <summary>a / b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator /(TapeNumber a, double b) => a / Constant(a.Tape, b);

    /// <summary>a / b; NaN and infinite numbers are written down as they are.</summary>
    public static TapeNumber operator /(double a, TapeNumber b) => Constant(b.Tape, a) / b;

    /// <summary>e^a</summary>
    public TapeNumber Exp() => With(Operation.Function("exp"));

    /// <summary>The natural logarithm.</summary>
    public TapeNumber Log() => With(Operation.Function("log"));

    /// <summary>1/(1 + e^−a)</summary>
    public TapeNumber Sigmoid() => With(Operation.Function("sigmoid"));

    /// <summary>The hyperbolic tangent.</summary>
    public TapeNumber Tanh() => With(Operation.Function("tanh"));

    /// <summary>max(0, a); its slope at 0 is taken as 0, as autograd does.</summary>
    public TapeNumber Relu() => With(Operation.Function("relu"));

    /// <summary>The sum of the elements of a vector.</summary>
    public TapeNumber Sum() => With(Operation.Function("sum"));

    /// <summary>∂L/∂leaf, where L is this number: the last that was written down, and a single one.</summary>
    /// <exception cref="InvalidOperationException">It is not the last line of its tape, or a vector.</exception>
    /// <exception cref="ArgumentException">Nobody asked for the leaf's gradient, or it stands on another tape.</exception>
    public IReadOnlyList<double> Gradient(TapeNumber leaf)
    {
        RequireSameTape(leaf);
        if (Line != Tape.Entries.Count - 1)
        {
            throw new InvalidOperationException(
                $"Line {Line} is not the last of {Tape.Entries.Count}: differentiate a result before you go on.");
        }

        return Tape.Gradients()[leaf.Line]
            ?? throw new ArgumentException($"Line {leaf.Line} is a constant: make it a variable to ask for its gradient.", nameof(leaf));
    }

    private TapeNumber With(Operation operation) => new(Tape, Tape.Record(operation, Line));

    private TapeNumber With(Operation operation, TapeNumber other)
    {
        RequireSameTape(other);
        return new(Tape, Tape.Record(operation, Line, other.Line));
    }

    private void RequireSameTape(TapeNumber other)
    {
        if (!ReferenceEquals(Tape, other.Tape))
            throw new ArgumentException("Two numbers of different tapes cannot be combined: record both on one.", nameof(other));
    }
}
