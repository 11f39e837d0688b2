using MlMaths.Torch.Calculus;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>Graphs of expressions: a usual one, a wide one with vectors and long names, one without a value, and the smallest.</summary>
internal static class GraphExamples
{
    public static IReadOnlyList<Figure> All() =>
    [
        Of("graph-loss", "log(1 + exp(-(w*x + b)))", "w=2, x=-1, b=0.5"),
        Of("graph-penalised", "(sigmoid(w1*x1 + w2*x2 + b) - y)^2 + λ/2*(w1^2 + w2^2)",
            "w1=0.4, x1=1.2, w2=-0.7, x2=0.3, b=0.1, y=1, λ=0.01"),
        Of("graph-vectors", "-log(sigmoid(dot(w, x) + b)) + sum(relu(w*a_very_long_name_年年年_indeed))*max(b, sqrt(b))",
            "w=[1,-2,0.5], x=[0.3,0.1,-2], b=0.5, a_very_long_name_年年年_indeed=[1,2,3]"),
        Of("graph-undefined", "1 + log(x)/y", "x=-1, y=3"),
        Of("graph-single", "x", "x=1e-300"),
        Of("graph-number", "7", ""),
    ];

    public static string TwentySix => string.Concat(Enumerable.Repeat("x+", 25)) + "x";

    public static Figure Of(string name, string text, string values) =>
        ExpressionGraphFigure.Draw(Explanation.Of(Expression.Parse(text), GivenValues.Parse([values])), name);
}
