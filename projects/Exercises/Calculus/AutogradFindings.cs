using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>One loss taken apart, and the tape compared with autograd where that can be asked the same.</summary>
/// <param name="Logistic">The logistic loss of one row with y = 1, step by step.</param>
/// <param name="LargestDifference">Between the tape's gradient and autograd's of the same loss.</param>
internal sealed record AutogradFindings(Explanation Logistic, double LargestDifference)
{
    private const string Loss = "log(1 + exp(-(w*x + b)))";
    public static AutogradFindings Of()
    {
        var told = Explanation.Of(Expression.Parse(Loss), GivenValues.Parse(["w=2, x=-1, b=0.5"]));
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> leaf = told.Forward.Where(step => step.Formula == step.Node)
            .ToDictionary(step => step.Node, step => torch.tensor(step.Value![0], requires_grad: true));
        Tensor L = torch.log(1 + torch.exp(-(leaf["w"] * leaf["x"] + leaf["b"])));
        L.backward();
        return new AutogradFindings(told, leaf.Max(pair => Math.Abs(pair.Value.grad!.ToDouble() - Gradient(told, pair.Key))));
    }

    private static double Gradient(Explanation told, string name) => told.Backward.Single(step => step.Node == name).Gradient![0];
}
