using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>A label for each reason why answers differ, on functions whose reason is known.</summary>
public sealed class GradientVerdictTests
{
    [Fact]
    public void A_smooth_function_agrees_throughout()
    {
        using var function = new FunctionOf([0.3, -1.2], x => x.sin().sum(), x => [.. x.Select(Math.Cos)]);
        GradientVerdict verdict = function.Verdict();

        Assert.True(verdict.IsRight);
        Assert.Equal(2, verdict.Count(CoordinateLabel.Agrees));
        Assert.InRange(verdict.ToDifferences, 0, 1e-9);
        Assert.Equal([0.3, -1.2], function.Parameters.ToArray());
        Assert.StartsWith("x: right, ", verdict.Parameters[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_loss_bends_within_the_step_it_is_truncation()
    {
        // Truncation at h = 6e-6 is h²ω³/6, 2·10⁵ times more than is allowed of a slope of 10⁵; at h/1000 nothing is left of it.
        using var function = new FunctionOf([0.3], x => (1e5 * x).sin().sum(), x => [1e5 * Math.Cos(1e5 * x[0])]);
        GradientVerdict verdict = function.Verdict();

        Assert.Equal(CoordinateLabel.Truncation, verdict.Coordinates[0].Label);
        Assert.True(verdict.IsRight);
        Assert.Contains("the usual step is too long", verdict.Parameters[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_loss_is_large_beside_its_slope_it_is_rounding()
    {
        using var function = new FunctionOf([0.3], x => 1e7 + x.sin().sum(), x => [Math.Cos(x[0])]);
        GradientVerdict verdict = function.Verdict();

        Assert.Equal(CoordinateLabel.Rounding, verdict.Coordinates[0].Label);
        Assert.True(verdict.IsRight);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0)]
    public void A_kink_within_the_step_is_a_kink_and_not_a_mistake(double besideKink)
    {
        using var function = new FunctionOf([besideKink, 1], x => x.abs().sum(), x => [.. x.Select(one => (double)Math.Sign(one))]);
        GradientVerdict verdict = function.Verdict(x => x);

        Assert.Equal([CoordinateLabel.Kink, CoordinateLabel.Agrees], verdict.Coordinates.Select(one => one.Label));
        Assert.True(verdict.IsRight);
        Assert.Contains("of 2 coordinates 1 with a kink", verdict.Parameters[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0)]
    public void A_mistake_beside_a_kink_is_still_a_mistake(double besideKink)
    {
        using var function = new FunctionOf([besideKink], x => x.abs().sum(), _ => [1.01]);
        CheckedCoordinate one = function.Verdict(x => x).Coordinates[0];
        Assert.Equal((CoordinateLabel.Wrong, WrongAnswer.Hand), (one.Label, one.Wrong));
    }

    [Fact]
    public void Whose_answer_is_wrong_is_said()
    {
        using var byHand = new FunctionOf([0.3, 0.5], x => x.sin().sum(), x => [Math.Cos(x[0]), 2 * Math.Cos(x[1])]);
        Assert.Equal([WrongAnswer.None, WrongAnswer.Hand], byHand.Verdict().Coordinates.Select(one => one.Wrong));
        // of which nobody said whether there is one
        Assert.Contains("kink", Assert.Single(byHand.Verdict().Remarks), StringComparison.Ordinal);
        Assert.Empty(byHand.Verdict(x => x - 10).Remarks);
        Assert.Contains("in 1 of 2 coordinates the answer by hand is wrong", byHand.Verdict().Parameters[0].Sentence,
            StringComparison.Ordinal);

        using var detached = new FunctionOf([0.3], x => (x.detach() * x).sum(), x => [2 * x[0]]);
        Assert.Equal(WrongAnswer.Autograd, detached.Verdict().Coordinates[0].Wrong);
        Assert.Contains("was detached", detached.Verdict().Parameters[0].Sentence, StringComparison.Ordinal);

        using var both = new FunctionOf([0.3], x => (x.detach() * x).sum(), x => [x[0]]);
        Assert.Equal(WrongAnswer.Both, both.Verdict().Coordinates[0].Wrong);
        Assert.Contains("is not the one "
            + "differentiated", both.Verdict().Parameters[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_curve_is_a_V_where_the_answer_is_right_and_flat_where_it_is_wrong()
    {
        using var right = new FunctionOf([0.3], x => (1e5 * x).sin().sum(), x => [1e5 * Math.Cos(1e5 * x[0])]);
        double[] errors = [.. Curve(right).Where(one => one.Step is < 2e-6 and > 2e-8).Select(one => one.Error)];
        Assert.Equal(2, SlopeOf(errors), 0.3); // truncation falls with h²

        using var wrong = new FunctionOf([0.3], x => x.sin().sum(), x => [1.001 * Math.Cos(x[0])]);
        Assert.All(Curve(wrong).Where(one => one.Step is < 1e-3 and > 1e-8), one => Assert.Equal(0.001 * Math.Cos(0.3), one.Error, 1e-6));

        using var smooth = new FunctionOf([0.3], x => x.sin().sum(), x => [Math.Cos(x[0])]);
        StepError best = Curve(smooth).MinBy(one => one.Error)!;
        Assert.InRange(best.Step, 1e-7, 1e-4);
        Assert.True(Curve(smooth)[^1].Error > 1000 * best.Error, "at the shortest step rounding is all there is");

        static IReadOnlyList<StepError> Curve(FunctionOf function) => ErrorCurve.Of(function, FunctionOf.NoRows, 0).Points;
    }

    /// <summary>Decades of error per decade of step, three steps to a decade, longest first.</summary>
    private static double SlopeOf(double[] errors) => 3 * Math.Log10(errors[0] / errors[^1]) / (errors.Length - 1);

    [Fact]
    public void Single_precision_is_noticed_and_no_false_alarm()
    {
        using var function = new FunctionOf([0.3, -1.2, 2], x => x.sin().sum(), x => [.. x.Select(Math.Cos)], torch.ScalarType.Float32);
        GradientVerdict verdict = function.Verdict();
        Assert.True(verdict.IsRight);
        Assert.Contains(verdict.Remarks, remark => remark.StartsWith("θ is in float32", StringComparison.Ordinal));

        using var wrong = new FunctionOf([0.3], x => x.sin().sum(), x => [1.1 * Math.Cos(x[0])], torch.ScalarType.Float32);
        Assert.Equal(WrongAnswer.Hand, wrong.Verdict().Coordinates[0].Wrong);
    }

    [Fact]
    public void A_mask_that_is_drawn_anew_each_time_is_noticed_and_nothing_is_called_wrong()
    {
        using var function = new FunctionOf([0.3, 2], x => (x * torch.rand_like(x)).sum(), x => [1, 1]);
        GradientVerdict verdict = function.Verdict();
        Assert.Empty(verdict.Coordinates);
        Assert.False(verdict.IsRight);
        Assert.Contains("drawn again each time", verdict.WhyNone!, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_finite_number_it_says_so()
    {
        using var none = new FunctionOf([-1], x => x.log().sum(), x => [1 / x[0]]);
        Assert.StartsWith("The loss is not a number at this θ", none.Verdict().WhyNone, StringComparison.Ordinal);
        using var steep = new FunctionOf([0, 1], x => x.sqrt().sum(), x => [.. x.Select(one => 0.5 / Math.Sqrt(one))]);
        Assert.StartsWith("The gradient by hand is infinite in 1 of 2 coordinates", steep.Verdict().WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_coordinates_a_sample_is_looked_at_and_directions_see_the_rest()
    {
        double[] at = [.. Enumerable.Range(0, 2500).Select(j => Math.Sin(j))];
        using var right = new FunctionOf(at, x => x.square().sum(), x => [.. x.Select(one => 2 * one)]);
        GradientVerdict verdict = right.Verdict();
        Assert.Equal((2000, 2500, 8), (verdict.Coordinates.Count, verdict.Total, verdict.Directions.Count));
        Assert.True(verdict.IsRight);

        int unseen = Enumerable.Range(0, 2500).Except(verdict.Coordinates.Select(one => one.Index)).First();
        using var wrong = new FunctionOf(at, x => x.square().sum(), x => [.. x.Select((one, j) => j == unseen ? 2 * one + 1 : 2 * one)]);
        Assert.DoesNotContain(wrong.Verdict().Coordinates, one => one.Label == CoordinateLabel.Wrong);
        Assert.All(wrong.Verdict().Directions, one => Assert.Equal(WrongAnswer.Hand, one.Wrong));
    }

    [Fact]
    public void A_penalty_is_checked_apart_from_the_loss_on_the_rows()
    {
        Batch drawn = RandomRows.Draw(20, 3, classes: 2, seed: 3);
        var rows = new Batch(drawn.X, drawn.y.to(torch.ScalarType.Float64));
        using var model = new LogisticModel(3, torch.CPU);
        model.Parameters.Set([0.2, -0.4, 0.6, 0.1]);
        IGradientSource forgotten = new HandDerivedLogistic(model, 0), whole = Autograd.For(model, 0.1), data = Autograd.For(model, 0);

        Assert.True(GradientVerdict.Of(forgotten, data, rows).IsRight);
        GradientVerdict penalty = GradientVerdict.Of(new LossOf(whole, forgotten, data), new RemainingTerm(whole, data), rows);
        Assert.Equal([CoordinateLabel.Wrong, CoordinateLabel.Wrong, CoordinateLabel.Wrong, CoordinateLabel.Agrees],
            penalty.Coordinates.Select(one => one.Label));
        Assert.True(GradientVerdict.Of(
            new RemainingTerm(new HandDerivedLogistic(model, 0.1), forgotten),
            new RemainingTerm(whole, data),
            rows).IsRight);
    }

    /// <summary>The penalty's loss with the gradient of somebody who forgot it.</summary>
    private sealed class LossOf(IGradientSource whole, IGradientSource forgotten, IGradientSource data) : IGradientSource
    {
        public ParameterVector Parameters => whole.Parameters;

        public double Loss(Batch batch) => whole.Loss(batch) - data.Loss(batch);

        public double Differentiate(Batch batch) => new RemainingTerm(forgotten, data).Differentiate(batch);
    }
}
