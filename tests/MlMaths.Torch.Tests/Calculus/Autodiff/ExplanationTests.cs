using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class ExplanationTests
{
    [Fact]
    public void The_logistic_loss_is_told_from_the_weight_to_the_loss_and_back()
    {
        Explanation told = Explain("log(1 + exp(-(w*x + b)))", "w=2, x=-1, b=0.5");

        Assert.Equal(
            ["w: given w", "x: given x", "v1: product w · x", "b: given b", "v2: sum v1 + b", "v3: negative −v2", "v4: exponential exp(v3)",
                "v5: sum 1 + v4", "v6: natural logarithm log(v5)"],
            told.Forward.Select(step => $"{step.Node}: {step.InWords} {step.Formula}"));
        Assert.Equal(Math.Log(1 + Math.Exp(1.5)), told.Result![0], 1e-15);
        Assert.Equal(
            [
                "∂L/∂v6 = ∂L/∂L = 1",
                "∂L/∂v5 = ∂L/∂v6 · ∂v6/∂v5 = 1 · 0.18243 = 0.18243",
                "∂L/∂v4 = ∂L/∂v5 · ∂v5/∂v4 = 0.18243 · 1 = 0.18243",
                "∂L/∂v3 = ∂L/∂v4 · ∂v4/∂v3 = 0.18243 · 4.4817 = 0.81757",
                "∂L/∂v2 = ∂L/∂v3 · ∂v3/∂v2 = 0.81757 · (−1) = −0.81757",
                "∂L/∂b = ∂L/∂v2 · ∂v2/∂b = (−0.81757) · 1 = −0.81757",
                "∂L/∂v1 = ∂L/∂v2 · ∂v2/∂v1 = (−0.81757) · 1 = −0.81757",
                "∂L/∂x = ∂L/∂v1 · ∂v1/∂x = (−0.81757) · 2 = −1.6351",
                "∂L/∂w = ∂L/∂v1 · ∂v1/∂w = (−0.81757) · (−1) = 0.81757",
            ],
            told.Backward.Select(step => step.ChainRule));
        Assert.Equal("1/v5", told.Backward[1].Through[0].Formula);
        Assert.Empty(told.Remarks);
    }

    [Fact]
    public void Where_a_node_feeds_several_the_paths_are_added()
    {
        BackwardStep x = Explain("x*x + sin(x)", "x=0").Backward[^1];
        Assert.Equal("∂L/∂x = ∂L/∂v1 · ∂v1/∂x + ∂L/∂v2 · ∂v2/∂x = 1 · 0 + 1 · 1 = 1", x.ChainRule);
        Assert.Equal(["x + x", "cos(x)"], x.Through.Select(local => local.Formula));
    }

    [Fact]
    public void With_vectors_a_single_number_collects_from_every_element()
    {
        Explanation told = Explain("sum(x*b)", "x=[1, -2], b=3");
        Assert.Equal("∂L/∂b = sum(∂L/∂v1 ⊙ ∂v1/∂b) = sum([1, 1] ⊙ [1, −2]) = −1", told.Backward.Single(step => step.Node == "b").ChainRule);
        Assert.Equal("∂L/∂v1 = ∂L/∂v2 · ∂v2/∂v1 = 1 · [1, 1] = [1, 1]", told.Backward.Single(step => step.Node == "v1").ChainRule);
    }

    [Theory]
    [InlineData(
        "relu(x)", "x=0",
        "v1 = relu(x): relu has a kink at 0, with slope 0 on the left and 1 on the right: "
        + "0 is used, as autograd does.",
        0)]
    [InlineData(
        "abs(x)", "x=0",
        "v1 = abs(x): abs has a kink at 0, with slope −1 on the left and 1 on the right: 0 is used, as autograd does.",
        0)]
    [InlineData(
        "max(x, 2)", "x=2",
        "v1 = max(x, 2): max has a kink where both sides are equal: each gets half of the slope, as in autograd.",
        0.5)]
    public void A_kink_is_said_and_the_gradient_given(string text, string values, string remark, double gradient)
    {
        Explanation told = Explain(text, values);
        Assert.Equal([remark], told.Remarks);
        Assert.Equal([gradient], told.Backward[^1].Gradient!);
    }

    [Theory]
    [InlineData("1 + log(x)", "x=-1", "v1 = log(x): a negative number has no logarithm.")]
    [InlineData("2*(1/x)", "x=0", "v1 = 1 / x: a division by 0 has no value.")]
    [InlineData("1 + x^0.5", "x=-4", "v1 = x^0.5: a negative number can only be raised to a whole power.")]
    [InlineData("-exp(x)", "x=1000", "v1 = exp(x): the value is larger than the largest that a computer holds in float64, 1.8e308.")]
    public void Where_there_is_no_value_it_is_said_and_what_depends_on_it_has_none(string text, string values, string remark)
    {
        Explanation told = Explain(text, values);
        Assert.Equal(remark, told.Remarks[0]);
        Assert.EndsWith("it has no value, because v1 has none.", told.Remarks[1]);
        Assert.Null(told.Result);
        Assert.Empty(told.Backward);
        Assert.Contains("no value", told.WhyNoGradient, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abs(log(x))", "x=-1", "v1 = log(x)", "a negative number has no logarithm")]
    [InlineData("max(2, sqrt(x))", "x=-4", "v1 = sqrt(x)", "a negative number has no square root")]
    [InlineData("relu(1/x - 1/x)", "x=0", "v1 = 1 / x", "a division by 0 has no value")]
    [InlineData("sigmoid(log(x))", "x=0", "v1 = log(x)", "log(0) has no value: the logarithm falls without limit "
        + "towards 0")]
    [InlineData("min(abs(x^0.5), 3)^0", "x=-1", "v1 = x^0.5", "a negative number can only be raised to a whole power")]
    public void It_is_said_at_which_step_a_number_stops_being_one(string text, string values, string step, string why)
    {
        Explanation told = Explain(text, values);
        Assert.Null(told.Result);
        Assert.Empty(told.Backward);
        Assert.Equal(
            $"The result has no value at this point, so there is nothing to differentiate: from {step} on there "
                + $"is no number, as {why}.",
            told.WhyNoGradient);
    }

    [Fact]
    public void Every_operation_gets_through_every_number_without_falling()
    {
        double[] edges = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, 1, -1,
            double.MaxValue, double.Epsilon];
        Operation[] all = [.. Operation.Functions, Operation.Add, Operation.Subtract, Operation.Multiply,
            Operation.Divide, Operation.Power, Operation.Negate];
        foreach (Operation operation in all)
        {
            foreach (double a in edges)
            {
                foreach (double b in edges)
                {
                    double y = operation.Value(a, b);
                    operation.Slopes(a, b, y);
                    operation.Trouble(a, b);
                    if (double.IsNaN(a) && operation.Operands == 1) Assert.True(double.IsNaN(y), operation.Name);
                }
            }
        }
    }

    [Fact]
    public void Zero_to_the_power_of_zero_is_said()
    {
        Explanation told = Explain("x^y", "x=0, y=0");
        Assert.Equal([1], told.Result!);
        Assert.StartsWith("v1 = x^y: 0^0 is 1 here", told.Remarks[0], StringComparison.Ordinal);
        Assert.StartsWith("v1 = x^y: 0 · ln 0", Explain("x^y", "x=0, y=2").Remarks[0], StringComparison.Ordinal);
        Assert.Empty(Explain("x^2", "x=0").Remarks);
        Assert.Empty(Explain("x^y", "x=3, y=0").Remarks);
    }

    [Fact]
    public void Where_there_is_a_value_and_no_slope_the_gradient_is_not_defined()
    {
        Explanation told = Explain("3*sqrt(x)", "x=0");
        Assert.Equal([0], told.Result!);
        Assert.Null(told.Backward[^1].Gradient);
        Assert.Equal("∂L/∂x: not defined here, since ∂v1/∂x = 1/(2 · v1) has no value.", told.Remarks[^1]);
        Assert.Contains("no value", Explain("x^n", "x=-2, n=2").Backward.Single(step => step.Node == "n").Remark);
    }

    [Fact]
    public void A_vector_or_an_expression_without_names_has_no_gradient_and_says_so()
    {
        Assert.Contains("put sum(…) around it", Explain("2*x", "x=[1, 2]").WhyNoGradient);
        Assert.Contains("no names", Explain("2*3").WhyNoGradient);
        Assert.Equal([7], Explain("7").Result!);
        Assert.Equal("∂L/∂x = ∂L/∂L = 1", Explain("x", "x=3").Backward.Single().ChainRule);
    }

    [Fact]
    public void No_name_of_the_expression_is_taken_for_a_step()
    {
        Explanation told = Explain("v1 * L", "v1=2, L=3");
        Assert.Equal("L′", told.Outcome);
        Assert.Equal(["v1", "L", "v′1"], told.Forward.Select(step => step.Node));
    }

    private static Explanation Explain(string text, params string[] values) =>
        Explanation.Of(Expression.Parse(text), GivenValues.Parse(values));
}
