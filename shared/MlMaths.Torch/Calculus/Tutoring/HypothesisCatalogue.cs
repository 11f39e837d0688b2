using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>What the tutor looks for in each derivation, beside scales, signs, transposes and sums, which it looks for in all.</summary>
internal static class HypothesisCatalogue
{
    private static readonly string[] Means =
        ["linear-mse", "linear-mae", "logistic-bce", "softmax-cross-entropy", "two-layer-perceptron", "perceptron"];

    // The depth and the bend of the perceptron that the catalogue of derivations holds.
    private const int Layers = 4;

    /// <summary>Whether the loss is a mean over the rows; elsewhere it is a sum over them.</summary>
    public static bool IsMean(string derivation) => Means.Contains(derivation);

    /// <summary>Nothing for a derivation that is not of the catalogue.</summary>
    public static IReadOnlyList<Hypothesis> Of(string derivation) =>
    [
        .. derivation switch
        {
            "linear-mse" => RegressionHypotheses.SquaredError(),
            "linear-mae" => RegressionHypotheses.AbsoluteError(),
            "logistic-bce" => RegressionHypotheses.Logistic(),
            "softmax-cross-entropy" => ClassHypotheses.Softmax(),
            "l2" => RegressionHypotheses.Penalty(),
            "sigmoid" => LayerHypotheses.Slope(Activation.Sigmoid),
            "tanh" => LayerHypotheses.Slope(Activation.Tanh),
            "relu" => LayerHypotheses.Slope(Activation.Relu),
            "gelu" => LayerHypotheses.Slope(Activation.Gelu),
            "linear-layer" => LayerHypotheses.Linear(),
            "two-layer-perceptron" => new PerceptronHypotheses(2, Activation.Tanh).All(),
            "perceptron" => new PerceptronHypotheses(Layers, Activation.Relu).All(),
            "layer-norm" => new NormHypotheses(along: 1).All(),
            "batch-norm" => new NormHypotheses(along: 0).All(),
            "dropout" => LayerHypotheses.Dropout(),
            "cosine-similarity" => LayerHypotheses.Cosine(),
            "attention" => AttentionHypotheses.All(),
            _ => [],
        },
    ];
}
