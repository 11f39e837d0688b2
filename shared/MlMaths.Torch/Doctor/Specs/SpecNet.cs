using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>A perceptron whose ends are as a spec has them: what it begins with, and what its outputs go through.</summary>
internal sealed class SpecNet : IDisposable
{
    private readonly NetSpec _spec;

    public SpecNet(NetSpec spec, int features, int outputs, int seed, bool withDropout = true)
    {
        _spec = spec;
        Perceptron = new Perceptron(
            [features, .. spec.Hidden, outputs], seed, spec.Bend ?? Activation.Relu,
            spec.Initialisation == WeightDraw.Xavier ? Initialisation.Xavier : Initialisation.He, withDropout ? spec.Dropout : 0)
        {
            IsBent = spec.Bend is not null,
        };
        using DisposeScope scope = torch.NewDisposeScope();
        using var chance = new torch.Generator((ulong)Seeds.Of(seed, DrawnFor.Model), torch.CPU);
        using (torch.no_grad())
        {
            foreach (PerceptronLayer layer in Perceptron.Layers)
                Begin(layer, chance);
        }
    }

    /// <summary>The layers, their parameters and masks.</summary>
    public Perceptron Perceptron { get; }

    public ParameterVector Parameters => Perceptron.Parameters;

    /// <summary>o [n, outputs] for X [n, features].</summary>
    public Tensor Forward(Tensor X, bool training) => Activated(Perceptron.Forward(X, training));

    /// <summary>What the last layer's values become.</summary>
    public Tensor Activated(Tensor z) => _spec.Output switch
    {
        OutputActivation.None => z,
        OutputActivation.Softmax => z.softmax(1),
        OutputActivation.Sigmoid => z.sigmoid(),
        OutputActivation.Tanh => z.tanh(),
        OutputActivation.Relu => z.relu(),
    };

    /// <inheritdoc/>
    public void Dispose() => Perceptron.Dispose();

    private void Begin(PerceptronLayer layer, torch.Generator chance)
    {
        (int inputs, int outputs) = ((int)layer.Weight.size(0), (int)layer.Weight.size(1));
        if (_spec.Initialisation is WeightDraw.Normal or WeightDraw.Uniform)
        {
            Tensor drawn = _spec.Initialisation == WeightDraw.Normal
                ? InitialWeights.Normal(inputs, outputs, chance)
                : InitialWeights.Even(inputs, outputs, chance);
            layer.Weight.copy_(drawn.mul_(_spec.WeightScale));
        }

        if (_spec.Initialisation == WeightDraw.Zero) layer.Weight.zero_();
        if (_spec.Bias) layer.Bias.fill_(_spec.InitialBias);
    }
}
