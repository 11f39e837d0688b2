namespace MlMaths.Torch.Calculus;

/// <summary>The forward pass in words: which step makes what of what, and where it has no value or a kink.</summary>
internal sealed class ForwardPass(Expression expression, Tape tape, ExpressionLetters letters)
{
    public IReadOnlyList<ForwardStep> Steps()
    {
        List<ForwardStep> steps = [];
        int[] rowOf = new int[expression.Nodes.Count];
        for (int k = 0; k < expression.Nodes.Count; k++)
        {
            ExpressionNode node = expression.Nodes[k];
            bool isNumber = node is { Operation: null, Name: null };
            rowOf[k] = isNumber && expression.Nodes.Count > 1 ? -1 : steps.Count; // a number alone is all there is to show
            if (rowOf[k] < 0) continue;

            int[] operands = [.. node.Operands.Select(operand => rowOf[operand]).Where(row => row >= 0).Distinct()];
            if (node.Operation is not { } operation)
            {
                steps.Add(new ForwardStep(letters[k], node.Name is null ? "number" : "given", letters[k], [], tape.Entries[k].Value, null));
                continue;
            }

            string? missing = operands.Where(row => steps[row].Value is null).Select(row => steps[row].Node).FirstOrDefault();
            bool hasValue = missing is null && tape.Entries[k].Value.All(double.IsFinite);
            steps.Add(new ForwardStep(
                letters[k], operation.InWords, letters.Fill(operation.Formula, node, k), operands,
                hasValue ? tape.Entries[k].Value : null,
                missing is null ? Remark(k, operation) : $"it has no value, because {missing} has none"));
        }

        return steps;
    }

    private string? Remark(int k, Operation operation)
    {
        TapeEntry entry = tape.Entries[k];
        bool hasValue = entry.Value.All(double.IsFinite);
        if (hasValue && Vanished(entry, operation) is { } vanished) return vanished;
        if (hasValue && !entry.IsAsked) return null; // nobody asks for its slope
        IReadOnlyList<double> a = tape.Entries[entry.Operands[0]].Value, b = tape.Entries[entry.Operands[^1]].Value;
        bool byB = entry.Operands.Count == 2 && tape.Entries[entry.Operands[1]].IsAsked;
        int elements = Math.Max(a.Count, b.Count);
        string? trouble = Enumerable.Range(0, elements)
            .Select(i => Trouble(operation, At(a, i), At(b, i), byB) is { } words ? $"{words}{Where(i, elements)}" : null)
            .FirstOrDefault(words => words is not null);
        return trouble ?? (hasValue ? null : "the value is larger than the largest that a computer holds in float64, 1.8e308"
            + Where(entry.Value.TakeWhile(double.IsFinite).Count(), entry.Value.Count));
    }

    private static string? Trouble(Operation operation, double a, double b, bool byB) =>
        operation.Trouble(a, b) ?? (byB ? operation.TroubleByB(a, b) : null);

    /// <summary>Where an exponential, a power or a product is not 0 and too small to be held.</summary>
    private string? Vanished(TapeEntry entry, Operation operation)
    {
        IReadOnlyList<double> a = tape.Entries[entry.Operands[0]].Value, b = tape.Entries[entry.Operands[^1]].Value;
        if (operation.AddsUp) return null;
        int lost = entry.Value.Index().Where(one => one.Item == 0 && operation.IsNeverZero(At(a, one.Index), At(b, one.Index)))
            .Select(one => one.Index).FirstOrDefault(-1);
        return lost < 0
            ? null
            : "the value is smaller than the smallest that a computer holds in float64, 4.9e-324, and became 0"
                + Where(lost, entry.Value.Count);
    }

    private static double At(IReadOnlyList<double> values, int i) => values.Count == 1 ? values[0] : values[i];

    private static string Where(int element, int of) => of == 1 ? "" : FormattableString.Invariant($" (element {element + 1} of {of})");
}
