namespace MlMaths.Torch.Calculus;

/// <summary>One row of the forward pass: a name with its value, or an operation on rows before.</summary>
/// <param name="Node">What it is called: the name itself, or v1, v2, …</param>
/// <param name="InWords">What is done: "product", "given".</param>
/// <param name="Formula">What is done, in letters: w · x; the name itself, where it was given.</param>
/// <param name="Operands">The rows that it is made of, each once; numbers that stand in the expression are no rows.</param>
/// <param name="Value">One number or a vector; null where it has none.</param>
/// <param name="Remark">Why it has no value, or no single slope.</param>
public sealed record ForwardStep(
    string Node, string InWords, string Formula, IReadOnlyList<int> Operands, IReadOnlyList<double>? Value, string? Remark)
{
    /// <summary>The value as it stands in a formula.</summary>
    public string WrittenValue => Value is null ? "no value" : WrittenNumber.Of(Value);
}
