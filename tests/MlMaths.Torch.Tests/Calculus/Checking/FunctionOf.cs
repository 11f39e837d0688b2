using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>A function of a few numbers with a gradient that somebody wrote down, right or wrong.</summary>
internal sealed class FunctionOf(ParameterVector θ, Func<Tensor, Tensor> loss, Func<double[], double[]> gradient)
    : IGradientSource, IDisposable
{
    public FunctionOf(
        double[] at, Func<Tensor, Tensor> loss, Func<double[], double[]> gradient,
        torch.ScalarType type = torch.ScalarType.Float64)
        : this(new ParameterVector([("x", [at.Length])], torch.CPU, type), loss, gradient) => Parameters.Set(at);

    public static Batch NoRows { get; } = new(torch.zeros(1).DetachFromDisposeScope(), torch.zeros(1).DetachFromDisposeScope());

    public ParameterVector Parameters => θ;

    public IGradientSource ByAutograd => new Autograd(θ, _ => loss(θ["x"]));

    public GradientVerdict Verdict(Func<Tensor, Tensor>? kinks = null) =>
        GradientVerdict.Of(this, ByAutograd, NoRows, kinks is null ? null : () => [kinks(θ["x"])]);

    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return loss(θ["x"]).ToDouble();
    }

    public double Differentiate(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            θ.Gradient.copy_(torch.tensor(gradient(θ.ToArray()), dtype: θ.Values.dtype));
        return Loss(batch);
    }

    public void Dispose() => θ.Dispose();
}
