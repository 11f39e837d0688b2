using MlMaths.Torch.Calculus;
using static TorchSharp.torch.nn.functional;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Each loss is the one that libtorch has under the same name.</summary>
public sealed class DerivationLossTests
{
    [Fact]
    public void Mean_squared_error() => Is("linear-mse", at => mse_loss(Line(at), at["y"]));

    [Fact]
    public void Mean_absolute_error() => Is("linear-mae", at => l1_loss(Line(at), at["y"]));

    [Fact]
    public void Binary_cross_entropy_with_a_positive_weight() =>
        Is("logistic-bce", at => binary_cross_entropy_with_logits(Line(at), at["y"], pos_weights: at["ω"]));

    [Fact]
    public void Cross_entropy() => Is("softmax-cross-entropy", at => cross_entropy(at["X"].matmul(at["W"]) + at["b"], at["y"]));

    [Fact]
    public void Layer_normalisation() => Is(
        "layer-norm", at => (layer_norm(at["X"], [at["X"].size(1)], at["γ"], at["β"], at["ε"].ToDouble()) * at["G"]).sum());

    [Fact]
    public void Batch_normalisation() => Is(
        "batch-norm",
        at => (batch_norm(
            at["X"], torch.zeros_like(at["γ"]), torch.ones_like(at["γ"]), at["γ"], at["β"], training: true,
            eps: at["ε"].ToDouble()) * at["G"])
            .sum());

    [Fact]
    public void Cosine() => Is("cosine-similarity", at => (cosine_similarity(at["X"], at["Y"], 1, at["ε"].ToDouble()) * at["G"]).sum());

    [Fact]
    public void Attention() => Is("attention", at => (scaled_dot_product_attention(
        at["Q"].unsqueeze(0), at["K"].unsqueeze(0), at["V"].unsqueeze(0)).squeeze(0) * at["G"]).sum());

    [Fact]
    public void A_linear_layer() => Is("linear-layer", at => (linear(at["X"], at["W"].t(), at["b"]) * at["G"]).sum());

    [Fact]
    public void Dropout_keeps_and_scales_what_the_mask_says()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var point = new DerivationPoint(
            DerivationCatalogue.ByName("dropout"), ("X", torch.tensor(new double[,] { { 3, 5 } })),
            ("M", torch.tensor(new double[,] { { 1, 0 } })),
            ("p", torch.tensor(0.25)), ("G", torch.tensor(new double[,] { { 2, 2 } })));
        Assert.Equal(8, point.Derivation.Loss(point).ToDouble(), 1e-15); // 2 · 3 / 0.75
        Assert.Equal([2 / 0.75, 0], DerivationAnswers.ByHand(point));
    }

    [Fact]
    public void The_penalty_leaves_the_bias_free()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var point = new DerivationPoint(
            DerivationCatalogue.ByName("l2"), ("λ", torch.tensor(0.5)), ("w", torch.tensor([3.0, 4.0])), ("b", torch.tensor(100.0)));
        Assert.Equal(6.25, point.Derivation.Loss(point).ToDouble()); // 0.5 / 2 · 25
        Assert.Equal([1.5, 2, 0], DerivationAnswers.ByHand(point));
    }

    private static Tensor Line(DerivationPoint at) => at["X"].matmul(at["w"]) + at["b"];

    private static void Is(string name, Func<DerivationPoint, Tensor> loss)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            DerivationPoint point = DerivationCatalogue.ByName(name).Draw(seed);
            double expected = loss(point).ToDouble();
            Assert.Equal(expected, point.Derivation.Loss(point).ToDouble(), 1e-12 * Math.Max(1, Math.Abs(expected)));
        }
    }
}
