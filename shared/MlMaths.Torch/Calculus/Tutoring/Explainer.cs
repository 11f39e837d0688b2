namespace MlMaths.Torch.Calculus;

/// <summary>
/// Looks for mistakes that lead to exactly the numbers that were given: the right gradient or a mistaken one, as it is, turned
/// or with a sum left out, times what a sign, a factor 2 or n makes of it. Fewer mistakes at once are likelier.
/// </summary>
internal sealed class Explainer(string parameter, IReadOnlyList<Hypothesis> hypotheses, bool isMean)
{
    private const int Most = 3, MaxAtOnce = 2, MinPoints = 2;

    /// <summary>The gradient as it may stand in the answer.</summary>
    private enum Form
    {
        AsItIs,
        Transposed,
        NotSummed,
    }

    /// <summary>Best first; none where nothing leads to these numbers.</summary>
    public IReadOnlyList<LikelyMistake> Of(IReadOnlyList<(ExamPoint Point, GradientNumbers Given)> answers)
    {
        var found = new List<LikelyMistake>();
        foreach (Form form in Enum.GetValues<Form>())
        {
            for (int h = -1; h < hypotheses.Count; h++)
            {
                if (Explained(answers, form, h) is { } likely) found.Add(likely);
            }
        }
        // Stable, so that among as many at once those of the right gradient come first.
        return [.. found.OrderBy(likely => likely.Mistakes.Count).DistinctBy(likely => string.Join(",", likely.Mistakes)).Take(Most)];
    }

    private LikelyMistake? Explained(IReadOnlyList<(ExamPoint Point, GradientNumbers Given)> answers, Form form, int h)
    {
        var readings = new List<(long Rows, double Ratio)>();
        bool isRight = true, isZero = false;
        foreach ((ExamPoint point, GradientNumbers given) in answers)
        {
            GradientNumbers right = point.Right[parameter];
            GradientNumbers? expected = h < 0 ? right : point.Mistaken(h, parameter);
            GradientNumbers? read = Read(given, form, right.Shape.Length);
            if (expected is null || (form == Form.AsItIs && !given.HasShapeOf(expected))) continue;
            if (read is null || !read.HasShapeOf(expected)) return null;
            double size = Math.Max(right.Largest, 1e-3);
            if (read.Largest <= 1e-12 * size && expected.Largest <= 1e-12 * size)
            {
                isZero |= right.Largest > 1e-9;
                continue;
            }
            if (read.Largest == 0 || expected.Largest <= 1e-12 * size || ScaleReading.Ratio(read, expected) is not { } ratio) return null;
            readings.Add((point.Rows, ratio));
            isRight &= ScaleReading.Ratio(expected, right) is { } own && Math.Abs(own - 1) <= ScaleReading.Tolerance;
        }

        if (readings.Count == 0 && isZero && h >= 0 && hypotheses[h].Mistake == Mistake.ForgottenPenalty)
            return new([Mistake.ForgottenPenalty], hypotheses[h].Term, $"your d{parameter} is 0 everywhere");
        if (readings.Count < MinPoints || (h >= 0 && isRight) || ScaleReading.Of(readings, isMean) is not { } scales) return null;
        Mistake[] mistakes = [.. h < 0 ? [] : (Mistake[])[hypotheses[h].Mistake], .. Named(form), .. scales];
        return mistakes.Length is 0 or > MaxAtOnce
            ? null
            : new([.. mistakes.Distinct()], Term(form, h), Evidence(form, h, readings, answers.Count));
    }

    private static GradientNumbers? Read(GradientNumbers given, Form form, int rank) => form switch
    {
        Form.AsItIs => given,
        Form.Transposed => given.Transposed(),
        Form.NotSummed => given.SummedTo(rank),
    };

    private static Mistake[] Named(Form form) => form switch
    {
        Form.AsItIs => [],
        Form.Transposed => [Mistake.Transposed],
        Form.NotSummed => [Mistake.ForgottenSum],
    };

    private string Term(Form form, int h) =>
        h >= 0 ? hypotheses[h].Term
        : form == Form.Transposed ? $"the order of the matrices in d{parameter}, and which of them is transposed"
        : form == Form.NotSummed ? $"the sum over the rows in d{parameter}"
        : isMean ? $"d{parameter}, from the loss and its 1/n onwards" : $"d{parameter}, from the loss onwards";

    private string Evidence(Form form, int h, List<(long Rows, double Ratio)> readings, int asked)
    {
        string yours = form switch
        {
            Form.AsItIs => $"your d{parameter}",
            Form.Transposed => $"your d{parameter}, transposed,",
            Form.NotSummed => $"your d{parameter}, summed over the rows,",
        };
        string where = readings.Count == asked ? $"all {asked} points" : $"those {readings.Count} of {asked} points "
            + $"whose shapes allow it";
        string what = h < 0 ? "the right one" : "what this mistake leads to";
        (long Rows, double Ratio)[] apart = [.. readings.DistinctBy(reading => reading.Rows).OrderByDescending(reading => reading.Rows)];
        bool same = readings.All(reading => Math.Abs(reading.Ratio / readings[0].Ratio - 1) <= ScaleReading.Tolerance);
        if (!same && apart.Length > 1)
        {
            return $"{yours} is {NumberText.Of(apart[0].Ratio)} times {what} at a batch of {Counted.Rows(apart[0].Rows)}, "
                + $"{NumberText.Of(apart[^1].Ratio)} times at {Counted.Rows(apart[^1].Rows)}";
        }
        return Math.Abs(readings[0].Ratio - 1) <= ScaleReading.Tolerance
            ? $"{yours} is {what} at {where}"
            : $"{yours} is {NumberText.Of(readings[0].Ratio)} times {what} at {where}";
    }
}
