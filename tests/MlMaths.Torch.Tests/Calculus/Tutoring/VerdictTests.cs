using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Tests.Calculus.WrittenGradients;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Whether an answer is right, wrong, missing, of another shape, or no answer at all.</summary>
public sealed class VerdictTests
{
    private static readonly Examination Line = Examination.Of("linear-mse", seed: 3), Layer = Examination.Of("linear-layer", seed: 3);

    [Fact]
    public void A_sum_written_as_a_loop_over_the_rows_in_another_order_is_right()
    {
        Assert.True(Line.Grade(new Written("linear-mse", at =>
        {
            Tensor dw = torch.zeros_like(at["w"]), db = torch.zeros_like(at["b"]);
            long n = at["X"].size(0);
            for (long i = n - 1; i >= 0; i--)
            {
                Tensor u = 2 * (at["X"][i].dot(at["w"]) + at["b"] - at["y"][i]) / n;
                (dw, db) = (dw + u * at["X"][i], db + u);
            }
            return new() { ["w"] = dw, ["b"] = db };
        })).IsRight);
    }

    [Fact]
    public void Zeros_everywhere_are_not_written_yet() =>
        Assert.Equal(
            [("w", VerdictKind.NotWritten), ("b", VerdictKind.NotWritten)],
            Line.Grade(OfLine((dw, _) => 0 * dw, (db, _) => 0 * db)).Verdicts.Select(verdict => (verdict.Parameter, verdict.Kind)));

    [Fact]
    public void A_letter_that_is_not_there_is_missing() =>
        Assert.Equal(VerdictKind.Missing, Line.Grade(new Written("linear-mse", at => new() { ["w"] = at["w"] })).Verdicts[1].Kind);

    [Fact]
    public void What_is_not_a_number_is_said_to_be_none() =>
        Assert.Equal(VerdictKind.NotANumber, Line.Grade(OfLine((dw, _) => dw / 0, (db, _) => db)).Verdicts[0].Kind);

    [Fact]
    public void Of_an_exception_its_first_sentence_is_told()
    {
        ParameterVerdict verdict = Line.Grade(
            new Written("linear-mse", _ => throw new NotSupportedException("I give up. And more."))).Verdicts[0];
        Assert.Equal((VerdictKind.Throws, "It throws an exception: I give up."), (verdict.Kind, verdict.Summary));
    }

    [Fact]
    public void A_transpose_is_told_by_its_shape_and_by_its_numbers()
    {
        ParameterVerdict verdict = Layer.Grade(OfLayer(right => right["W"] = right["W"].t())).Verdicts[1];

        Assert.Equal(VerdictKind.WrongShape, verdict.Kind);
        Assert.Contains("which is its transpose", verdict.Summary);
        Assert.Equal([Mistake.Transposed], verdict.Likely[0].Mistakes);
    }

    [Fact]
    public void What_was_not_summed_over_the_rows_is_told_by_its_sum()
    {
        ParameterVerdict verdict =
            Layer.Grade(new Written("linear-layer", at => With(at, right => right["b"] = at["G"]))).Verdicts[2];

        Assert.Equal(VerdictKind.WrongShape, verdict.Kind);
        Assert.Contains("so a sum is missing", verdict.Summary);
        Assert.Equal([Mistake.ForgottenSum], verdict.Likely[0].Mistakes);
    }

    [Fact]
    public void Numbers_of_no_rule_are_not_given_a_name()
    {
        ParameterVerdict verdict = Line.Grade(OfLine((dw, _) => dw + dw.cos(), (db, _) => db)).Verdicts[0];

        Assert.Equal(VerdictKind.Wrong, verdict.Kind);
        Assert.Empty(verdict.Likely);
        Assert.Contains("no known mistake explains it", verdict.Summary);
    }

    [Fact]
    public void Right_in_float32_is_right_and_cast_back_too()
    {
        foreach (bool back in (bool[])[false, true])
        {
            Assert.True(Line.Grade(new Written("linear-mse", at =>
            {
                Tensor X = at["X"].@float(), u = 2 * (X.mv(at["w"].@float()) + at["b"].@float() - at["y"].@float()) / at["y"].size(0);
                Tensor dw = X.t().mv(u), db = u.sum();
                return back ? new() { ["w"] = dw.@double(), ["b"] = db.@double() } : new() { ["w"] = dw, ["b"] = db };
            })).IsRight);
        }
    }

    [Fact]
    public void A_mistake_in_float32_is_named_as_in_float64()
    {
        GradeSheet sheet = Line.Grade(OfLine((dw, n) => (n * dw).@float(), (db, _) => db));
        Assert.Equal([Mistake.MissingShare], sheet.Verdicts[0].Likely[0].Mistakes);
    }

    [Fact]
    public void Wrong_by_a_thousandth_is_wrong_in_float32_too() =>
        Assert.Equal(VerdictKind.Wrong, Line.Grade(OfLine((dw, _) => (1.001 * dw).@float(), (db, _) => db)).Verdicts[0].Kind);

    [Fact]
    public void A_sum_of_everything_is_told_with_what_to_write()
    {
        ParameterVerdict verdict = Layer.Grade(new Written("linear-layer",
            at => With(at, right => right["b"] = at["G"].sum(torch.ScalarType.Byte)))).Verdicts[2];
        Assert.Equal(VerdictKind.WrongShape, verdict.Kind);
        Assert.Contains("write .sum(dim: 0)", verdict.Summary);
        Assert.Equal([Mistake.SummedToOne], verdict.Likely[0].Mistakes);
    }

    [Fact]
    public void Zeros_for_one_parameter_are_not_written_yet()
    {
        ParameterVerdict verdict = Line.Grade(OfLine((dw, _) => dw, (db, _) => 0 * db)).Verdicts[1];
        Assert.Equal((VerdictKind.NotWritten, "Zeros everywhere: not written yet."), (verdict.Kind, verdict.Summary));
    }

    [Fact]
    public void The_seed_decides_the_points_and_they_are_of_several_shapes()
    {
        string[] points = [.. Line.Points.Select(point => point.Words)];

        Assert.Equal(points, Examination.Of("linear-mse", seed: 3).Points.Select(point => point.Words));
        Assert.Equal(6, points.Distinct().Count());
        Assert.NotEqual(points, Examination.Of("linear-mse", seed: 4).Points.Select(point => point.Words));
    }
}
