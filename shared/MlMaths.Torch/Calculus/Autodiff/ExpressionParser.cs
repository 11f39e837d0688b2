namespace MlMaths.Torch.Calculus;

/// <summary>
/// Reads an expression by recursive descent, one method for each line of the grammar; what binds closer stands lower:
///
/// <code>
/// sum     = product { (+ | −) product }            from left to right: 8 − 3 − 2 = 3
/// product = signed  { (* | /) signed }
/// signed  = − signed | power                       so that −x^2 = −(x^2)
/// power   = atom [ ^ signed ]                      from right to left: 2^3^2 = 2^9
/// atom    = number | name | function ( sum { , sum } ) | ( sum )
/// </code>
///
/// The steps come out in the order in which they are computed. A name is one step, however often it stands there.
/// </summary>
internal sealed class ExpressionParser(string text)
{
    // Six methods make a level, and take about 2 kB of the stack; the smallest stack of a thread has 128 kB.
    private const int Deepest = 50;

    private readonly IReadOnlyList<ExpressionToken> _tokens = ExpressionToken.Of(text);
    private readonly List<ExpressionNode> _nodes = [];
    private int _next, _open;

    private ExpressionToken Next => _tokens[_next];

    public IReadOnlyList<ExpressionNode> Read()
    {
        Sum();
        return Next.Kind == ExpressionTokenKind.End ? _nodes : throw Unexpected();
    }

    private int Sum()
    {
        int left = Product();
        while (IsSign("+") || IsSign("-"))
        {
            ExpressionToken sign = Take();
            left = Made(sign.Text == "+" ? Operation.Add : Operation.Subtract, sign.At, left, Product());
        }
        return left;
    }

    private int Product()
    {
        int left = Signed();
        while (IsSign("*") || IsSign("/"))
        {
            ExpressionToken sign = Take();
            left = Made(sign.Text == "*" ? Operation.Multiply : Operation.Divide, sign.At, left, Signed());
        }
        return left;
    }

    private int Signed()
    {
        if (!IsSign("-")) return Power();
        ExpressionToken minus = Take();
        int operand = Deeper(minus, Signed);
        // −3 is a number, not an operation on one.
        if (operand != _nodes.Count - 1 || _nodes[operand] is not { Operation: null, Name: null } number)
            return Made(Operation.Negate, minus.At, operand);
        _nodes[operand] = number with { Number = -number.Number, At = minus.At };
        return operand;
    }

    private int Power()
    {
        int left = Atom();
        if (!IsSign("^")) return left;
        ExpressionToken sign = Take();
        return Made(Operation.Power, sign.At, left, Deeper(sign, Signed));
    }

    private int Atom()
    {
        ExpressionToken token = Next;
        if (token.Kind == ExpressionTokenKind.Number) return Leaf(Take(), null);
        if (token.Kind == ExpressionTokenKind.Name) return Named(Take());
        if (!IsSign("(")) throw Missing();
        Take();
        int inner = Deeper(token, Sum);
        Close(token);
        return inner;
    }

    private int Named(ExpressionToken name)
    {
        Operation? function = FunctionCalled(name.Text);
        if (!IsSign("("))
        {
            return function is null || name.Text == "σ"
                ? Leaf(name, name.Text)
                : throw ExpressionMistake.At(text, name.At, $"{name.Text} is a function and needs brackets: write {name.Text}(…)");
        }

        if (function is null) throw Unknown(name);
        ExpressionToken open = Take();
        List<int> operands = [Deeper(open, Sum)];
        while (IsSign(","))
        {
            Take();
            operands.Add(Deeper(open, Sum));
        }
        Close(open);
        return operands.Count == function.Operands
            ? Made(function, name.At, [.. operands])
            : throw ExpressionMistake.At(text, name.At, $"{function.Name} has {InWords(operands.Count)} in its brackets: write "
                + (function.Operands == 1 ? "one" : "two, with a comma between them"));
    }

    private UserMistakeException Unknown(ExpressionToken name)
    {
        IEnumerable<string> known = Operation.Functions.Select(function => function.Name);
        return ExpressionMistake.At(text, name.At, NearestName.Of(name.Text, known) is { } nearest
            ? $"There is no function {Quoted.Value(name.Text)}; the nearest is {nearest}"
            : $"There is no function {Quoted.Value(name.Text)} among {string.Join(", ", known)}; a product is written with *");
    }

    private static Operation? FunctionCalled(string name)
    {
        string known = name switch { "ln" => "log", "σ" => "sigmoid", _ => name };
        return Operation.Functions.SingleOrDefault(function => function.Name == known);
    }

    private int Leaf(ExpressionToken token, string? name)
    {
        int known = name is null ? -1 : _nodes.FindIndex(node => node.Name == name);
        return known >= 0 ? known : Add(new ExpressionNode(null, [], name, token.Number, token.At));
    }

    private int Made(Operation operation, int at, params int[] operands) =>
        Add(new ExpressionNode(operation, operands, null, 0, at));

    private int Add(ExpressionNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private int Deeper(ExpressionToken token, Func<int> read)
    {
        if (++_open > Deepest)
        {
            throw ExpressionMistake.At(text, token.At,
                $"More than {Deepest} brackets, signs and powers are nested here; write it with fewer");
        }

        int inner = read();
        _open--;
        return inner;
    }

    private void Close(ExpressionToken open)
    {
        if (IsSign(")")) _next++;
        else if (Next.Kind == ExpressionTokenKind.End) throw NeverClosed(open);
        else throw Unexpected();
    }

    private bool IsSign(string sign) => Next.Kind == ExpressionTokenKind.Sign && Next.Text == sign;

    private ExpressionToken Take() => _tokens[_next++];

    private UserMistakeException NeverClosed(ExpressionToken open) =>
        ExpressionMistake.At(text, open.At, "This bracket is never closed: close it, or leave it out");

    private UserMistakeException Missing() => ExpressionMistake.At(text, Next.At, Next.Kind == ExpressionTokenKind.End
        ? "The expression ends too soon: a number, a name or a bracket is still missing"
        : $"{Quoted.Value(Next.Text)} stands where a number, a name or a bracket is missing: put one before it");

    private UserMistakeException Unexpected() => ExpressionMistake.At(text, Next.At, Next.Text switch
    {
        ")" => "This bracket closes none that was opened: open one before it, or leave it out",
        "," => "A comma stands only between the two operands of a function; a decimal fraction is written with a point",
        _ => "An operation is missing here; a product is written with *",
    });

    private static string InWords(int operands) => operands == 1 ? "one expression" : $"{operands} expressions";
}
