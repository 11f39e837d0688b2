using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Tests.Calculus.WrittenGradients;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Which mistake is named, and where it is said to be.</summary>
public sealed class TutorTests
{
    private static readonly Examination Line = Examination.Of("linear-mse", seed: 3), Layer = Examination.Of("linear-layer", seed: 3);

    [Fact]
    public void A_gradient_of_the_sum_is_told_by_its_ratio_to_the_right_one()
    {
        GradeSheet sheet = Line.Grade(OfLine((dw, n) => n * dw, (db, n) => n * db));

        Assert.Equal(2, sheet.Verdicts.Count);
        Assert.All(sheet.Verdicts, verdict => Assert.Equal([Mistake.SumForMean], verdict.Likely[0].Mistakes));
        Assert.Contains(" rows, and right with 1 row", sheet.Verdicts[0].Likely[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_parameter_alone_is_n_times_too_large_its_share_was_lost_on_the_way()
    {
        GradeSheet sheet = Line.Grade(OfLine((dw, n) => n * dw, (db, _) => db));

        Assert.Equal([Mistake.MissingShare], sheet.Verdicts[0].Likely[0].Mistakes);
        Assert.Equal(VerdictKind.Right, sheet.Verdicts[1].Kind);
    }

    [Fact]
    public void A_sign_and_a_factor_at_once_are_both_named() =>
        Assert.Equal([Mistake.Sign, Mistake.FactorTwo],
            Line.Grade(OfLine((dw, _) => -2 * dw, (db, _) => db)).Verdicts[0].Likely[0].Mistakes);

    [Fact]
    public void A_softmax_that_moves_only_the_true_class_is_named()
    {
        GradeSheet sheet = Examination.Of("softmax-cross-entropy", seed: 3).Grade(new Written("softmax-cross-entropy", at =>
        {
            Tensor p = (at["X"].mm(at["W"]) + at["b"]).softmax(1), y = torch.nn.functional.one_hot(at["y"], at["b"].size(0));
            Tensor dz = -y * (1 - p) / at["X"].size(0);
            return new() { ["W"] = at["X"].t().mm(dz), ["b"] = dz.sum(dim: 0) };
        }));

        Assert.Equal(2, sheet.Verdicts.Count);
        Assert.All(sheet.Verdicts, verdict => Assert.Equal([Mistake.WrongDerivative], verdict.Likely[0].Mistakes));
        Assert.Contains("softmax moves the other places, too", sheet.Verdicts[0].Likely[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_is_left_out_of_GELU_is_not_taken_for_another_function_inside_it()
    {
        ParameterVerdict verdict = Examination.Of("gelu", seed: 3).Grade(new Written("gelu", at =>
            new() { ["Z"] = at["G"] * (1 + (at["Z"] / Math.Sqrt(2)).erf()) / 2 })).Verdicts[0];

        Assert.Equal([Mistake.ForgottenPath], verdict.Likely[0].Mistakes);
        Assert.DoesNotContain(verdict.Likely, likely => likely.Mistakes.Contains(Mistake.OtherFunction));
    }

    [Fact]
    public void The_place_is_the_step_of_the_edit()
    {
        ParameterVerdict verdict = Layer.Grade(OfLayer(right => right["W"] = right["W"].t())).Verdicts[1];
        Assert.Contains("dW = Xᵀ G", verdict.Likely[0].Where);
        Assert.Equal("transposed", verdict.Likely[0].Id);

        ParameterVerdict above = Line.Grade(OfLine((dw, n) => n * dw, (db, n) => n * db)).Verdicts[0];
        Assert.Contains("dŷ", above.Likely[0].Where);
    }

    [Fact]
    public void At_no_seed_is_a_missing_share_taken_for_a_factor_of_two()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            GradeSheet sheet = Examination.Of("batch-norm", seed, tried: 0).Grade(
                new Written("batch-norm", at => new(DerivationCatalogue.ByName("batch-norm").Gradient(at))
                {
                    ["β"] = at["G"].mean([0L]),
                }));
            Assert.Equal([Mistake.MeanForSum], sheet.Verdicts.Single(verdict => verdict.Parameter == "β").Likely[0].Mistakes);
            GradeSheet line = Examination.Of("linear-mse", seed, tried: 0).Grade(OfLine((dw, n) => n * dw, (db, n) => n * db));
            Assert.Equal([Mistake.SumForMean], line.Verdicts[0].Likely[0].Mistakes);
        }
    }

    [Fact]
    public void Two_mistakes_at_once_are_both_named_with_both_places()
    {
        LikelyMistake likely = Examination.Of("two-layer-perceptron", 5).Grade(new Written("two-layer-perceptron", at =>
        {
            var right = new Dictionary<string, Tensor>(DerivationCatalogue.ByName("two-layer-perceptron").Gradient(at));
            Tensor A1 = (at["X"].mm(at["W1"]) + at["b1"]).tanh(), P = (A1.mm(at["W2"]) + at["b2"]).softmax(1);
            Tensor dZ2 = (P - torch.nn.functional.one_hot(at["y"], at["b2"].size(0))) / at["y"].size(0);
            right["W1"] = -at["X"].t().mm(dZ2.mm(at["W2"].t())); // no tanh', and a sign
            return right;
        })).Verdicts.Single(verdict => verdict.Parameter == "W1").Likely[0];
        Assert.Equal([Mistake.Sign, Mistake.ForgottenDerivative], likely.Mistakes.Order());
        Assert.Contains("; and ", likely.Says, StringComparison.Ordinal);
        Assert.Contains("A1' in dZ1 = dA1 ⊙ A1'", likely.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_of_the_same_numbers_are_said_with_a_question()
    {
        ParameterVerdict verdict = Examination.Of("attention", 3).Grade(new Written("attention", at =>
        {
            var right = new Dictionary<string, Tensor>(DerivationCatalogue.ByName("attention").Gradient(at));
            Tensor P = (at["Q"].mm(at["K"].t()) / Math.Sqrt(at["Q"].size(1))).softmax(1);
            right["Q"] = (P * (1 - P) * at["G"].mm(at["V"].t())).mm(at["K"]) / Math.Sqrt(at["Q"].size(1));
            return right;
        })).Verdicts.Single(one => one.Parameter == "Q");
        Assert.Equal([[Mistake.ForgottenSum], [Mistake.WrongDerivative]], verdict.Likely.Select(likely => likely.Mistakes));
        Assert.Equal(
            $"Several mistakes lead to these numbers: do you see that {verdict.Likely[0].Says}, or that {verdict.Likely[1].Says}?",
            verdict.Question);
    }
}
