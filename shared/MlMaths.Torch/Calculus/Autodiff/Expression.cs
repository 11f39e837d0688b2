namespace MlMaths.Torch.Calculus;

/// <summary>An expression such as <c>log(1 + exp(-(w*x + b)))</c>, taken apart into steps that a <see cref="Tape"/> records.</summary>
public sealed class Expression
{
    private const int Longest = 1000;

    private Expression(string text, IReadOnlyList<ExpressionNode> nodes)
    {
        (Text, Nodes) = (text, nodes);
        Names = [.. nodes.Select(node => node.Name).OfType<string>()];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Its names, in the order in which they stand there.</summary>
    public IReadOnlyList<string> Names { get; }

    internal IReadOnlyList<ExpressionNode> Nodes { get; }

    /// <summary>Reads an expression of at most 1,000 characters.</summary>
    /// <exception cref="UserMistakeException">It is none. The message shows the place.</exception>
    public static Expression Parse(string text)
    {
        if (text.Length > Longest)
        {
            throw new UserMistakeException(
                $"The expression has {text.Length} characters; at most {Longest} are read: write a shorter one.");
        }

        return new Expression(text, new ExpressionParser(text).Read());
    }

    /// <summary>Computes it, step by step; line k of the tape is step k.</summary>
    /// <exception cref="UserMistakeException">A name has no value, a value no name, or two vectors do not go together.</exception>
    public Tape Record(GivenValues values)
    {
        Check(values);
        var tape = new Tape();
        foreach (ExpressionNode node in Nodes)
        {
            if (node.Name is { } name) tape.Variable(values.Of(name)!);
            else if (node.Operation is { } operation) Record(tape, operation, node);
            else tape.Constant(node.Number);
        }

        return tape;
    }

    private void Check(GivenValues values)
    {
        string[] missing = [.. Names.Where(name => values.Of(name) is null)];
        if (missing.Length > 0)
        {
            throw new UserMistakeException(
                $"The expression has no value for {Quoted.List(missing)}; give one, for instance {missing[0]}=2.");
        }
        if (values.Names.FirstOrDefault(name => !Names.Contains(name)) is { } unused)
        {
            throw new UserMistakeException($"The expression does not have the name {Quoted.Value(unused)}; "
                + (Names.Count == 0 ? "it has none." : $"its names are {Quoted.List([.. Names])}."));
        }
    }

    private void Record(Tape tape, Operation operation, ExpressionNode node)
    {
        int[] lengths = [.. node.Operands.Select(line => tape.Entries[line].Value.Count).Where(length => length > 1).Distinct()];
        if (lengths.Length > 1)
        {
            throw ExpressionMistake.At(Text, node.At,
                $"A vector of {lengths[0]} elements and one of {lengths[1]} cannot be combined here: "
                + "give both the same number of elements");
        }

        tape.Record(operation, node.Operands);
    }
}
