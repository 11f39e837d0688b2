using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>Parameters that do not learn: the biases of a net without any, the layers that were frozen.</summary>
internal sealed class FrozenSlices
{
    private readonly ParameterSlice[] _slices;

    public FrozenSlices(TrainingSpec spec, ParameterVector parameters) => _slices =
    [
        .. parameters.Slices.Where(slice => (!spec.Net.Bias && slice.Name.EndsWith(".bias", StringComparison.Ordinal))
            || spec.Slips.FrozenLayers.Any(layer => slice.Name.StartsWith($"layer{layer}.", StringComparison.Ordinal))),
    ];

    /// <summary>A source whose gradient is 0 there.</summary>
    /// <param name="source">The gradient of all parameters.</param>
    /// <param name="before">What happens before each gradient.</param>
    public IGradientSource Source(IGradientSource source, Action before) => new FrozenSource(source, _slices, before);

    /// <summary>A rule that leaves them where they are, whatever it decays.</summary>
    public IUpdateRule Rule(IUpdateRule rule) => _slices.Length == 0 ? rule : new FrozenRule(rule, _slices);

    private sealed class FrozenSource(IGradientSource source, ParameterSlice[] slices, Action before) : IGradientSource
    {
        public ParameterVector Parameters => source.Parameters;

        public double Loss(Batch batch) => source.Loss(batch);

        public double Differentiate(Batch batch)
        {
            before();
            double loss = source.Differentiate(batch);
            foreach (ParameterSlice slice in slices)
                Parameters.GradientOf(slice.Name).zero_();
            return loss;
        }
    }

    private sealed class FrozenRule(IUpdateRule rule, ParameterSlice[] slices) : IUpdateRule
    {
        public RuleMemory? Memory => rule.Memory;

        public void Update(ParameterVector parameters, double η, Batch batch)
        {
            Tensor[] before = [.. slices.Select(slice => parameters[slice.Name].clone())];
            rule.Update(parameters, η, batch);
            for (int i = 0; i < slices.Length; i++)
                parameters[slices[i].Name].copy_(before[i]);
        }
    }
}
