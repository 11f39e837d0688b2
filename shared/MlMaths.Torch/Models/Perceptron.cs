using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Models;

/// <summary>
/// A perceptron of several layers: a straight map, a bend, a straight map, a bend, … and a straight map at the end.
///
/// <code>
/// a₀ = X                            [n, width₀]
/// zₗ = aₗ₋₁Wₗ + bₗ                    [n, widthₗ]       Wₗ [widthₗ₋₁, widthₗ], bₗ [widthₗ]
/// aₗ = mₗ ⊙ φ(zₗ)                    [n, widthₗ]       φ the activation, mₗ a dropout mask while training, else 1
/// logits = z of the last layer      [n, classes]
/// </code>
/// </summary>
public sealed class Perceptron : IDisposable
{
    /// <summary>A net whose initial weights <paramref name="seed"/> decides, the same on every device.</summary>
    /// <param name="widths">Features, units of each hidden layer, classes: at least two numbers, each from 1.</param>
    /// <param name="seed">Decides the initial weights and the dropout masks.</param>
    /// <param name="activation">φ.</param>
    /// <param name="initialisation">Size of the initial weights.</param>
    /// <param name="dropout">p: share of hidden units silenced in each step, from 0 to below 1.</param>
    /// <param name="device">Where θ lives; the CPU by default.</param>
    /// <param name="type">Precision of θ.</param>
    /// <exception cref="UserMistakeException">The widths or the dropout make no sense.</exception>
    public Perceptron(
        IReadOnlyList<int> widths, int seed, Activation activation = Activation.Relu, Initialisation initialisation = Initialisation.He,
        double dropout = 0, torch.Device? device = null, torch.ScalarType type = torch.ScalarType.Float32)
    {
        Check(widths, dropout);
        Widths = [.. widths];
        Activation = activation;
        Parameters = new ParameterVector([.. NamesAndShapes(widths)], device ?? torch.CPU, type);
        Layers = [.. Enumerable.Range(1, widths.Count - 1).Select(Layer)];
        Dropout = dropout > 0 ? new Dropout(dropout, seed, device ?? torch.CPU) : null;
        Initialise(initialisation, seed);
    }

    /// <summary>Features, hidden units, classes.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>φ.</summary>
    public Activation Activation { get; }

    /// <summary>False: hidden layers pass z on as it is, and the whole is one straight map.</summary>
    internal bool IsBent { get; init; } = true;

    /// <summary>θ = [layer1.weight | layer1.bias | layer2.weight | …].</summary>
    public ParameterVector Parameters { get; }

    /// <summary>The layers from the first to the last, as views into θ.</summary>
    public IReadOnlyList<PerceptronLayer> Layers { get; }

    /// <summary>The masks; null where there are none.</summary>
    public Dropout? Dropout { get; }

    /// <summary>Logits [n, classes] for X [n, features], as a tensor that autograd follows.</summary>
    /// <param name="X">The rows.</param>
    /// <param name="training">True: hidden units drop out. Predictions are made with false.</param>
    /// <remarks>NaN and infinite numbers go through, so that a run that diverges is seen.</remarks>
    public Tensor Forward(Tensor X, bool training)
    {
        Tensor a = X;
        foreach (PerceptronLayer layer in Layers.Take(Layers.Count - 1))
            a = Dropped(φ(layer.Forward(a)), training);
        return Layers[^1].Forward(a);
    }

    /// <summary>a₁, a₂ … of the hidden layers [n, width] for X [n, features], with nothing dropped. NaN and infinite numbers go
    /// through.</summary>
    public IReadOnlyList<Tensor> HiddenActivations(Tensor X)
    {
        var hidden = new List<Tensor>();
        foreach (PerceptronLayer layer in Layers.Take(Layers.Count - 1))
            hidden.Add(φ(layer.Forward(hidden is [.., Tensor a] ? a : X)));
        return hidden;
    }

    /// <summary>softmax(logits), copied out: n rows of one probability per class, one row after the other. A row with NaN or an
    /// infinite number has NaN.</summary>
    public double[] Probabilities(Tensor X)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return Forward(X, training: false).to(torch.ScalarType.Float64).softmax(1).cpu().data<double>().ToArray();
    }

    /// <summary>Share of rows whose largest logit is that of their class y [n].</summary>
    public double Accuracy(Batch rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return Forward(rows.X, training: false).argmax(1).eq(rows.y).to(torch.ScalarType.Float64).mean().ToDouble();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Parameters.Dispose();
        Dropout?.Dispose();
    }

    private static IEnumerable<(string Name, long[] Shape)> NamesAndShapes(IReadOnlyList<int> widths)
    {
        for (int l = 1; l < widths.Count; l++)
        {
            yield return ($"layer{l}.weight", [widths[l - 1], widths[l]]);
            yield return ($"layer{l}.bias", [widths[l]]);
        }
    }

    private static void Check(IReadOnlyList<int> widths, double dropout)
    {
        if (widths.Count < 2 || widths.Any(width => width < 1))
        {
            throw new UserMistakeException(
                $"The widths of the net were {string.Join(", ", widths)}, and must be at least two numbers from 1: "
                + $"features, hidden units, classes, as in 64, 32, 10.");
        }

        if (dropout is not (>= 0 and < 1))
        {
            throw new UserMistakeException(
                $"The dropout was {dropout}, and must be from 0 to below 1: "
                + $"the share of hidden units silenced in each step; 0.2 is a place to start.");
        }
    }

    private PerceptronLayer Layer(int l) => new($"layer{l}", Parameters[$"layer{l}.weight"], Parameters[$"layer{l}.bias"]);

    private void Initialise(Initialisation initialisation, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var chance = new torch.Generator((ulong)Seeds.Of(seed, DrawnFor.Model), torch.CPU);
        using (torch.no_grad())
        {
            foreach (PerceptronLayer layer in Layers)
                layer.Weight.copy_(InitialWeights.Draw((int)layer.Weight.size(0), (int)layer.Weight.size(1), initialisation, chance));
        }
    }

    private Tensor φ(Tensor z) => !IsBent ? z : Activation switch
    {
        Activation.Relu => z.relu(),
        Activation.Tanh => z.tanh(),
        Activation.Gelu => torch.nn.functional.gelu(z),
        Activation.Sigmoid => z.sigmoid(),
    };

    private Tensor Dropped(Tensor a, bool training) => training && Dropout is not null ? Dropout.Apply(a) : a;
}
