namespace MlMaths.Torch.Calculus;

/// <summary>Numbers and vectors as they stand in a formula: five digits that count.</summary>
internal static class WrittenNumber
{
    /// <summary><c>0.5</c>, <c>−2</c>, <c>1.2e-9</c>, <c>[1, 2]</c>.</summary>
    public static string Of(IReadOnlyList<double> value) =>
        value.Count == 1 ? Of(value[0]) : $"[{string.Join(", ", value.Select(Of))}]";

    /// <summary>Something that stands beside another sign: a negative number has brackets.</summary>
    public static string AsFactor(IReadOnlyList<double> value) =>
        value.Count == 1 && value[0] < 0 ? $"({Of(value)})" : Of(value);

    private static string Of(double number) =>
        NumberText.Formatted(number, "G5");
}
