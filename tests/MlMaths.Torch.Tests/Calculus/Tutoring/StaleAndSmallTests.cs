using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Rows shorter than ε, values that are out of date, and constants written from memory.</summary>
public sealed class StaleAndSmallTests
{
    private const double NotAsked = 1e-8;

    [Fact]
    public void At_no_seed_is_a_cosine_accepted_that_ignores_ε_or_forgets_the_branch_of_its_maximum()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var exam = Examination.Of("cosine-similarity", seed, tried: 0);
            Assert.All(exam.Grade(Cosine(ε => ε * 0 + NotAsked)).Verdicts, Wrong);
            Assert.All(exam.Grade(Cosine(ε => ε, ε => ε * 0)).Verdicts, Wrong);
            Assert.True(exam.Grade(Cosine(ε => ε)).IsRight);
        }

        static void Wrong(ParameterVerdict verdict) => Assert.Equal(VerdictKind.Wrong, verdict.Kind);
    }

    [Fact]
    public void An_ignored_ε_and_a_forgotten_branch_of_the_maximum_have_a_name_each()
    {
        var exam = Examination.Of("cosine-similarity", seed: 3);
        LikelyMistake ignored = exam.Grade(Cosine(ε => ε * 0 + NotAsked)).Verdicts[0].Likely[0];
        LikelyMistake forgotten = exam.Grade(Cosine(ε => ε, ε => ε * 0)).Verdicts[1].Likely[0];

        Assert.Equal([Mistake.ForgottenFunction], ignored.Mistakes);
        Assert.StartsWith("ε is ignored", ignored.Says, StringComparison.Ordinal);
        Assert.Equal([Mistake.ForgottenDerivative], forgotten.Mistakes);
        Assert.Contains("max(‖y‖, ε)", forgotten.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_value_of_the_row_before_is_called_stale_whatever_the_loop_began_with(bool isOwn)
    {
        Tensor Before(Tensor rows) => torch.cat([isOwn ? rows.narrow(0, 0, 1) : torch.zeros_like(rows.narrow(0, 0, 1)),
            rows.narrow(0, 0, rows.size(0) - 1)]);
        GradeSheet sheet = Examination.Of("linear-layer", seed: 3).Grade(new Written("linear-layer", at =>
            new(DerivationCatalogue.ByName("linear-layer").Gradient(at)) { ["W"] = Before(at["X"]).t().mm(at["G"]) }));
        LikelyMistake likely = sheet.Verdicts.Single(verdict => verdict.Parameter == "W").Likely[0];

        Assert.Equal([Mistake.StaleValue], likely.Mistakes);
        Assert.StartsWith("X is that of the row before", likely.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_that_was_written_over_is_named_with_what_it_holds_now()
    {
        LikelyMistake likely = Examination.Of("attention", seed: 3).Grade(new Written("attention", at =>
        {
            Tensor P = (at["Q"].mm(at["K"].t()) / Math.Sqrt(at["Q"].size(1))).softmax(1), dP = at["G"].mm(at["V"].t());
            P = P * (dP - (P * dP).sum([1L], keepdim: true));
            return new(DerivationCatalogue.ByName("attention").Gradient(at)) { ["V"] = P.t().mm(at["G"]) };
        })).Verdicts.Single(verdict => verdict.Parameter == "V").Likely[0];

        Assert.StartsWith("dS stands where P belongs: it was written over", likely.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-6)]
    public void Another_ε_than_the_one_that_is_given_is_named_with_its_value(double instead)
    {
        ParameterVerdict verdict = Examination.Of("layer-norm", seed: 3).Grade(new Written("layer-norm", at =>
        {
            var point = new DerivationPoint(at.Derivation, ("X", at["X"]), ("γ", at["γ"]), ("β", at["β"]),
                ("ε", at["ε"] * 0 + instead), ("G", at["G"]));
            return new(at.Derivation.Gradient(point));
        })).Verdicts.Single(one => one.Parameter == "γ");

        Assert.Equal([Mistake.OtherConstant], verdict.Likely[0].Mistakes);
        Assert.StartsWith(instead == 1e-5 ? "1e-5 stands where ε belongs" : "1e-6 stands where ε belongs",
            verdict.Likely[0].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.8, 0.044715, "0.8 for √(2/π)")]
    [InlineData(0.797, 0.044715, "0.797 for √(2/π)")]
    [InlineData(0.8, 0.0447, "0.8 for √(2/π) and 0.0447 for 0.044715")]
    public void A_rounded_constant_of_an_approximation_is_named(double c, double cubic, string said)
    {
        ParameterVerdict verdict = Examination.Of("gelu", seed: 3).Grade(new Written("gelu", at =>
        {
            Tensor Z = at["Z"], t = (c * (Z + cubic * Z.pow(3))).tanh();
            return new() { ["Z"] = at["G"] * (0.5 * (1 + t) + 0.5 * c * Z * (1 - t.square()) * (1 + 3 * cubic * Z.square())) };
        })).Verdicts[0];

        Assert.Equal([Mistake.WrongDerivative], verdict.Likely[0].Mistakes);
        Assert.EndsWith($"by tanh, with {said}", verdict.Likely[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_of_float32_that_rounds_as_finely_as_its_differences_do_is_held_against_nobody()
    {
        for (int seed = 7001; seed < 7022; seed++)
        {
            var exam = Examination.Of("gelu", seed, tried: 0);
            foreach (RightAnswer answer in RightAnswer.Of(exam.Derivation))
                Assert.True(exam.Grade(answer).IsRight, $"seed {seed}, {answer.Way}");
        }
    }

    [Fact]
    public void Numbers_are_rounded_or_cut_and_short_ones_are_left()
    {
        double[] rounded = [.. RoundedNumbers.Of(Math.Sqrt(2 / Math.PI))];
        Assert.Equal(["0.8", "0.7", "0.79", "0.798", "0.797"], rounded.Take(5).Select(RoundedNumbers.Text));
        Assert.Empty(RoundedNumbers.Of(2));
        Assert.Empty(RoundedNumbers.Of(0));
    }

    // What is taken for the least length, and for where the branch begins; the right ones where both are ε.
    private static Written Cosine(Func<Tensor, Tensor> least, Func<Tensor, Tensor>? begins = null) =>
        new("cosine-similarity", at =>
        {
            (Tensor X, Tensor Y, Tensor ε, Tensor g) = (at["X"], at["Y"], at["ε"], at["G"].unsqueeze(1));
            Tensor Length(Tensor rows) => rows.square().sum([1L], keepdim: true).sqrt();
            (Tensor x, Tensor y) = (Length(X), Length(Y));
            Tensor from = (begins ?? least)(ε);
            (Tensor s, Tensor t) = (torch.maximum(x, least(ε)), torch.maximum(y, least(ε)));
            Tensor c = (X * Y).sum([1L], keepdim: true) / (s * t);
            return new()
            {
                ["X"] = g * (Y / (s * t) - c * x.gt(from) * X / s.square()),
                ["Y"] = g * (X / (s * t) - c * y.gt(from) * Y / t.square()),
            };
        });
}
