namespace MlMaths.Torch.Calculus;

/// <summary>What the steps of an expression are called, so that no name of its own is taken: v1, v2, … and L for the result.</summary>
internal sealed class ExpressionLetters
{
    private readonly string[] _nodes;

    public ExpressionLetters(Expression expression)
    {
        string step = Free("v", name => expression.Names.Any(own => own.StartsWith(name, StringComparison.Ordinal)
            && own.Length > name.Length && own.Skip(name.Length).All(char.IsAsciiDigit)));
        Outcome = Free("L", expression.Names.Contains);
        int steps = 0;
        _nodes = [.. expression.Nodes.Select(node =>
            node.Name ?? (node.Operation is null ? WrittenNumber.AsFactor([node.Number]) : $"{step}{++steps}"))];
    }

    /// <summary>What the result is called.</summary>
    public string Outcome { get; }

    /// <summary>Step k: a name, a number as it stands in a formula, or v1, v2, …</summary>
    public string this[int k] => _nodes[k];

    /// <summary>A formula with the letters of step k and its operands in their places.</summary>
    public string Fill(string formula, ExpressionNode node, int k) => formula
        .Replace("{0}", _nodes[node.Operands[0]]).Replace("{1}", _nodes[node.Operands[^1]]).Replace("{2}", _nodes[k]);

    private static string Free(string letter, Func<string, bool> isTaken)
    {
        string free = letter;
        while (isTaken(free)) free += "′";
        return free;
    }
}
