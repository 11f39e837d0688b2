using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>A surface as a gradient source, so that the suite's trainer can walk on it: by hand itself, and autograd beside it.</summary>
public sealed class SurfaceSource : IGradientSource, IDisposable
{
    private readonly ISurface _surface;

    /// <summary>θ stands at the start.</summary>
    /// <param name="surface">What is descended.</param>
    /// <param name="start">θ₀ [p].</param>
    public SurfaceSource(ISurface surface, IReadOnlyList<double> start)
    {
        _surface = surface;
        Finite.Checked(start);
        Parameters = new ParameterVector([("θ", [surface.Dimensions])], torch.CPU);
        Parameters.Set([.. start]);
        Autograd = new Autograd(Parameters, Loss);
        Hessian = new HessianVectorProduct(Parameters, Loss);
        Rows = new Batches(torch.zeros(1, 1), torch.zeros(1), batchSize: 1, seed: 0);

        Tensor Loss(Batch batch) => surface.Loss(Parameters["θ"]);
    }

    /// <inheritdoc/>
    public ParameterVector Parameters { get; }

    /// <summary>The same question, put to autograd.</summary>
    public IGradientSource Autograd { get; }

    /// <summary>∇²L times a vector, at θ as it is.</summary>
    public HessianVectorProduct Hessian { get; }

    /// <summary>One row that no answer looks at, for a trainer that wants rows: an epoch is a step.</summary>
    public Batches Rows { get; }

    /// <inheritdoc/>
    public double Loss(Batch batch) => _surface.Value(Parameters.ToArray());

    /// <inheritdoc/>
    public double Differentiate(Batch batch)
    {
        double[] θ = Parameters.ToArray();
        using (torch.no_grad())
            Parameters.Gradient.copy_(TensorCopy.Of(_surface.Gradient(θ)));
        return _surface.Value(θ);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Parameters.Dispose();
        Rows.Dispose();
    }
}
