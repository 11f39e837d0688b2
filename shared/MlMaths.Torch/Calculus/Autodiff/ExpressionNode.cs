namespace MlMaths.Torch.Calculus;

/// <summary>One step of an expression: a name, a number, or an operation on earlier steps.</summary>
/// <param name="Operation">Null for a name and for a number.</param>
/// <param name="Operands">Numbers of earlier steps.</param>
/// <param name="Name">Null but for a name.</param>
/// <param name="Number">What a number says.</param>
/// <param name="At">Where in the text it stands.</param>
internal sealed record ExpressionNode(Operation? Operation, IReadOnlyList<int> Operands, string? Name, double Number, int At);
