using MlMaths.Torch.Calculus;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class DerivationPointTests
{
    [Fact]
    public void A_letter_in_the_wrong_case_is_answered_with_the_right_one() => Refused(
        "layer-norm", inputs => Rename(inputs, "X", "x"),
        "The derivation 'layer-norm' has no input 'x' (did you mean 'X'?): it takes X, γ, β, ε, G.");

    [Fact]
    public void A_missing_input_is_named_with_its_shape() => Refused(
        "linear-mse", inputs => inputs.Remove("w"),
        "The derivation 'linear-mse' was not given w [d]: it takes X, y, w, b.");

    [Fact]
    public void A_label_that_is_neither_0_nor_1_is_refused() => Refused(
        "logistic-bce", inputs => inputs["y"] = torch.full_like(inputs["y"], -1),
        "y [n] of the derivation 'logistic-bce' holds -1, and may hold 0 or 1.");

    [Fact]
    public void A_class_beyond_the_last_is_refused() => Refused(
        "softmax-cross-entropy",
        inputs => (inputs["W"], inputs["b"], inputs["y"]) =
            (torch.zeros(inputs["X"].size(1), 3, torch.float64), torch.zeros(3, torch.float64), torch.full_like(inputs["y"], 3)),
        "y [n] of the derivation 'softmax-cross-entropy' holds 3, and may hold the classes 0 to 2.");

    [Fact]
    public void Classes_that_are_no_whole_numbers_are_refused() => Refused(
        "softmax-cross-entropy", inputs => inputs["y"] = inputs["y"].to(torch.float64),
        "y [n] of the derivation 'softmax-cross-entropy' is of type Float64, and must be Int64.");

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void What_is_not_finite_is_refused(double number, string shown) => Refused(
        "tanh", inputs => inputs["Z"] = torch.full_like(inputs["Z"], number),
        $"Z [n, d] of the derivation 'tanh' holds {shown}, and may hold finite numbers.");

    [Theory]
    [InlineData("layer-norm", "ε", 0.0, "numbers above 0")]
    [InlineData("logistic-bce", "ω", -2.0, "numbers above 0")]
    [InlineData("l2", "λ", -0.5, "numbers from 0")]
    [InlineData("dropout", "p", 1.0, "a share from 0 to below 1")]
    public void A_number_outside_its_domain_is_refused(string name, string letter, double number, string domain) => Refused(
        name, inputs => inputs[letter] = torch.tensor(number),
        FormattableString.Invariant($"{letter} [] of the derivation '{name}' holds {number}, and may hold {domain}."));

    [Fact]
    public void Two_precisions_at_once_are_refused() => Refused(
        "linear-mse", inputs => inputs["X"] = inputs["X"].to(torch.float32),
        "X [n, d] of the derivation 'linear-mse' is of type Float32, and must be Float64, like w.");

    [Fact]
    public void Whole_numbers_have_no_gradient() => Refused(
        "tanh", inputs => (inputs["Z"], inputs["G"]) = (inputs["Z"].to(torch.int64), inputs["G"].to(torch.int64)),
        "Z [n, d] of the derivation 'tanh' is of type Int64, and may be Float64 or Float32: only those have a gradient.");

    [Fact]
    public void A_shape_that_does_not_fit_says_who_decided()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> inputs = InputsOf("linear-mse");
        inputs["X"] = torch.zeros(4, 3, torch.float64);
        inputs["y"] = torch.zeros(5, torch.float64);
        Assert.Equal("y: expected [n=4], was [5]; n was bound by X [4, 3]",
            Assert.Throws<ShapeException>(() => Point("linear-mse", inputs)).Message);
    }

    [Fact]
    public void A_batch_without_rows_is_refused()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> inputs = InputsOf("linear-mse");
        inputs["X"] = inputs["X"].narrow(0, 0, 0);
        Assert.Equal(
            $"X: expected at least one number, was [0, {inputs["X"].size(1)}]",
            Assert.Throws<ShapeException>(() => Point("linear-mse", inputs)).Message);
    }

    [Fact]
    public void Single_precision_is_taken_and_answered_in_single_precision()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> inputs = InputsOf("attention");
        DerivationPoint point = Point("attention", inputs.ToDictionary(input => input.Key, input => input.Value.to(torch.float32)));

        Assert.All(point.Derivation.Gradient(point).Values, part => Assert.Equal(torch.ScalarType.Float32, part.dtype));
        Assert.InRange(DerivationAnswers.FromAutograd(point), 0, 1e-5); // float32 carries seven digits
    }

    private static void Refused(string name, Action<Dictionary<string, Tensor>> spoil, string sentence)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> inputs = InputsOf(name);
        spoil(inputs);
        Assert.Equal(sentence, Assert.Throws<UserMistakeException>(() => Point(name, inputs)).Message);
    }

    private static Dictionary<string, Tensor> InputsOf(string name)
    {
        DerivationPoint point = DerivationCatalogue.ByName(name).Draw(seed: 8);
        return point.Derivation.Inputs.ToDictionary(input => input.Name, input => point[input.Name]);
    }

    private static DerivationPoint Point(string name, IReadOnlyDictionary<string, Tensor> inputs) =>
        new(DerivationCatalogue.ByName(name), inputs);

    private static void Rename(Dictionary<string, Tensor> inputs, string from, string to)
    {
        inputs[to] = inputs[from];
        inputs.Remove(from);
    }
}
