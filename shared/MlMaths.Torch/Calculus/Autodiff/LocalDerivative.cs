namespace MlMaths.Torch.Calculus;

/// <summary>∂y/∂a of one operation y = f(a, …), at the point where it was done.</summary>
/// <param name="Of">y, what was made.</param>
/// <param name="By">a, what it was made of.</param>
/// <param name="Formula">Formula in letters.</param>
/// <param name="Value">Element by element, or one number for all; null where it is not defined.</param>
public sealed record LocalDerivative(string Of, string By, string Formula, IReadOnlyList<double>? Value)
{
    /// <summary>As it stands in a table: <c>∂v3/∂v2 = −1</c>, with the letters in between where there are any.</summary>
    public string Written
    {
        get
        {
            string value = Value is null ? "not defined" : WrittenNumber.Of(Value);
            return Formula == value ? $"∂{Of}/∂{By} = {value}" : $"∂{Of}/∂{By} = {Formula} = {value}";
        }
    }
}
