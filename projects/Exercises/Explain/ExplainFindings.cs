using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Explain;

/// <summary>An expression told step by step, and each gradient asked a second time, by trying.</summary>
/// <param name="Told">Forth and back.</param>
/// <param name="Gradients">One for each element of each name; empty where there is no gradient.</param>
internal sealed record ExplainFindings(Explanation Told, IReadOnlyList<NamedGradient> Gradients)
{
    /// <summary>The furthest that the chain rule lies from differences; null where there is nothing to compare.</summary>
    public double? LargestDifference =>
        Gradients.Where(one => one is { ByChainRule: not null, ByDifferences: not null })
            .Max(one => (double?)Math.Abs(one.ByChainRule!.Value - one.ByDifferences!.Value));

    public static ExplainFindings Of(Expression expression, GivenValues values)
    {
        var told = Explanation.Of(expression, values);
        return new ExplainFindings(
            told, told.WhyNoGradient is null
                ? [.. expression.Names.SelectMany(name => Of(told, expression, values, name))]
                : []);
    }

    private static IEnumerable<NamedGradient> Of(Explanation told, Expression expression, GivenValues values, string name)
    {
        IReadOnlyList<double>? gradient = told.Backward.Single(step => step.Node == name).Gradient;
        IReadOnlyList<double?> differences = ExpressionDifferences.Of(expression, values, name);
        for (int j = 0; j < differences.Count; j++)
            yield return new NamedGradient(differences.Count == 1 ? name : $"{name}[{j}]", gradient?[j], differences[j]);
    }
}

/// <summary>The derivative of the result by one number, found twice.</summary>
/// <param name="Name">The name, with the element's number where it is a vector.</param>
/// <param name="ByChainRule">Null where it is not defined.</param>
/// <param name="ByDifferences">Null where the expression has no value on one of the sides.</param>
internal sealed record NamedGradient(string Name, double? ByChainRule, double? ByDifferences);
