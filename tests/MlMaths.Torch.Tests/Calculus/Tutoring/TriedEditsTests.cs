using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class TriedEditsTests
{
    private const double ToMatch = 1e-9;

    /// <summary>The answer is what an edit leads to, somewhat off, once by less and once by more than is allowed.</summary>
    [Theory]
    [InlineData("linear-mse", 0.9, 0)]
    [InlineData("linear-mse", 1e4, 0.98)]
    [InlineData("layer-norm", 0.9, 0)]
    [InlineData("layer-norm", 1e4, 0.98)]
    public void What_an_edit_leads_to_is_never_ruled_out_and_what_lies_further_off_nearly_always(string name, double share, double least)
    {
        var exam = Examination.Of(name, seed: 3);
        TriedEdits edits = exam.Memory!.Single;
        ExamPoint point = exam.Points.MaxBy(one => one.Right.Values.Sum(part => part.Numbers.Length))!;
        int tried = 0, ruledOut = 0;
        foreach ((string parameter, int bit) in exam.Memory.Steps.Gradients)
        {
            for (int k = 0; k < edits.Count; k++)
            {
                if (edits.Candidate(k) is not { } candidate || (candidate.Steps.Reached >> bit & 1) == 0
                    || point.Edited(parameter, candidate.Steps) is not { IsFinite: true } led)
                {
                    continue;
                }
                double off = share * ToMatch * Math.Max(Math.Max(led.Largest, 1e-2 * point.Right[parameter].Largest), 1e-6);
                // Every number off by the same amount, to either side in turn.
                SmallTensor given = led with { Numbers = [.. led.Numbers.Select((number, i) => number + (i % 2 == 0 ? off : -off))] };
                tried++;
                if (edits.AreRuledOut(k, new WrittenPart(parameter, bit, [(point, given)], false, AnswerPrecision.Float64))) ruledOut++;
            }
        }

        Assert.InRange(tried, 30, 100_000);
        Assert.InRange(ruledOut, least * tried, share < 1 ? 0 : tried);
    }

    [Fact]
    public void An_answer_is_graded_alike_whatever_was_graded_before_it()
    {
        var used = Examination.Of("logistic-bce", seed: 3);
        Written[] answers =
        [
            // A sign and a factor at once, a gradient of nothing that is known, and the sum for the mean.
            Answer((dw, _) => -2 * dw, (db, _) => db), Answer((dw, n) => dw.sin() + n, (db, _) => db.exp()),
            Answer((dw, n) => n * dw, (db, n) => n * db),
        ];
        foreach (Written answer in answers.Reverse()) used.Grade(answer);

        Assert.All(answers, answer => Assert.NotEmpty(Told(used.Grade(answer))));
        Assert.All(answers, answer => Assert.Equal(
            Told(Examination.Of("logistic-bce", seed: 3).Grade(answer)), Told(used.Grade(answer))));
    }

    private static IEnumerable<string> Told(GradeSheet sheet) => sheet.Verdicts.SelectMany(verdict =>
        verdict.Likely.Select(one => $"{one}").Prepend(verdict.Summary).Append(verdict.Question ?? ""));

    private static Written Answer(Func<Tensor, long, Tensor> ofW, Func<Tensor, long, Tensor> ofB)
    {
        IDerivation right = DerivationCatalogue.ByName("logistic-bce");
        return new Written("logistic-bce", at =>
        {
            IReadOnlyDictionary<string, Tensor> gradient = right.Gradient(at);
            long n = at["X"].size(0);
            return new() { ["w"] = ofW(gradient["w"], n), ["b"] = ofB(gradient["b"], n) };
        });
    }
}
