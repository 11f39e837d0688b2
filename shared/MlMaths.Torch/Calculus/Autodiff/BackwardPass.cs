namespace MlMaths.Torch.Calculus;

/// <summary>The backward pass in words: the chain rule at each node, with letters and with numbers.</summary>
internal sealed class BackwardPass(Expression expression, Tape tape, ExpressionLetters letters)
{
    private readonly IReadOnlyList<IReadOnlyList<double>?> _gradients = tape.Gradients();

    public IReadOnlyList<BackwardStep> Steps() =>
        [.. Enumerable.Range(0, tape.Entries.Count).Reverse().Where(k => tape.Entries[k].IsAsked).Select(Step)];

    private BackwardStep Step(int k)
    {
        string outcome = letters.Outcome, left = $"∂{outcome}/∂{letters[k]}";
        IReadOnlyList<double> gradient = _gradients[k]!;
        if (k == tape.Entries.Count - 1)
            return new BackwardStep(letters[k], gradient, $"{left} = ∂{outcome}/∂{outcome} = 1", [], null);

        int[] made = [.. Enumerable.Range(k + 1, tape.Entries.Count - k - 1).Where(y => tape.Entries[y].Operands.Contains(k))];
        double[][] slopes = [.. made.Select(y => Slope(y, k))];
        string inLetters = string.Join(" + ", made.Select((y, t) => Term(y, k, slopes[t],
            $"∂{outcome}/∂{letters[y]}", $"∂{letters[y]}/∂{letters[k]}")));
        string inNumbers = string.Join(" + ", made.Select((y, t) => Term(y, k, slopes[t],
            WrittenNumber.AsFactor(_gradients[y]!), WrittenNumber.AsFactor(slopes[t]))));
        LocalDerivative[] through = [.. made.Select((y, t) =>
            new LocalDerivative(letters[y], letters[k], SlopeFormula(y, k), slopes[t].All(double.IsFinite) ? slopes[t] : null))];

        return gradient.All(double.IsFinite)
            ? new BackwardStep(letters[k], gradient, $"{left} = {inLetters} = {inNumbers} = {WrittenNumber.Of(gradient)}", through, null)
            : new BackwardStep(letters[k], null, $"{left} = {inLetters}", through, "not defined here, since "
                + (through.FirstOrDefault(local => local.Value is null) is { } steep
                    ? $"∂{steep.Of}/∂{steep.By} = {steep.Formula} has no value"
                    : made.All(y => _gradients[y]!.All(double.IsFinite))
                        ? "the product is larger than the largest number that a computer holds in float64, 1.8e308"
                        : "a gradient that it depends on is not"));
    }

    /// <summary>∂L/∂y · ∂y/∂a; ⊙ where both are vectors, and a sum where a single number collects from all elements.</summary>
    private string Term(int y, int k, double[] slope, string upstream, string local)
    {
        string product = $"{upstream} {(_gradients[y]!.Count > 1 && slope.Length > 1 ? "⊙" : "·")} {local}";
        return slope.Length > 1 && tape.Entries[k].Value.Count == 1 ? $"sum({product})" : product;
    }

    /// <summary>∂y/∂a element by element. In x · x, x stands twice, and both slopes count.</summary>
    private double[] Slope(int y, int k)
    {
        TapeEntry entry = tape.Entries[y];
        double[][] slopes = [.. Enumerable.Range(0, entry.Operands.Count).Where(t => entry.Operands[t] == k)
            .Select(t => entry.Slopes[t]!.ToArray())];
        return [.. slopes[0].Select((_, i) => slopes.Sum(slope => slope[i]))];
    }

    private string SlopeFormula(int y, int k)
    {
        ExpressionNode node = expression.Nodes[y];
        return string.Join(" + ", Enumerable.Range(0, node.Operands.Count).Where(t => node.Operands[t] == k)
            .Select(t => letters.Fill(node.Operation!.SlopeFormulas[t], node, y)));
    }
}
