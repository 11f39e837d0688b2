using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>
/// A source whose gradients are another's and whose losses are told: one after the other, the last one for ever.
/// </summary>
internal sealed class ToldLosses(IGradientSource source, IReadOnlyList<double> losses) : IGradientSource
{
    private int _asked;

    public ParameterVector Parameters => source.Parameters;

    public double Loss(Batch batch) => losses[Math.Min(_asked++, losses.Count - 1)];

    public double Differentiate(Batch batch) => source.Differentiate(batch);
}
