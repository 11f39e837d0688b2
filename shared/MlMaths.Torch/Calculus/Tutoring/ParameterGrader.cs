using System.Globalization;

namespace MlMaths.Torch.Calculus;

/// <summary>The verdict on one parameter of an answer.</summary>
internal sealed class ParameterGrader(string parameter, IReadOnlyList<ExamPoint> points, IReadOnlyList<Hypothesis> hypotheses, bool isMean)
{
    /// <summary>How far a right gradient may lie off by rounding, as a share of its largest number.</summary>
    private const double Tolerance = 1e-7;

    /// <summary>The same where it is 0 by cancellation, as a share of the largest number of any parameter.</summary>
    private const double Floor = 1e-11;

    public ParameterVerdict Of(AskedAnswer asked, bool unwritten)
    {
        (ExamPoint Point, IReadOnlyDictionary<string, GradientNumbers> Part)[] came =
            [.. points.Zip(asked.Parts).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))];
        string? thrown = asked.Exceptions.FirstOrDefault(message => message is not null);
        if (came.Length == 0) return new(parameter, VerdictKind.Throws, $"It throws an exception: {thrown}.", []);
        if (came.Any(one => !one.Part.ContainsKey(parameter)))
            return new(parameter, VerdictKind.Missing, $"The answer has no {parameter}.", []);

        (ExamPoint Point, GradientNumbers Given)[] answers = [.. came.Select(one => (one.Point, one.Part[parameter]))];
        if (answers.FirstOrDefault(one => !one.Given.IsFinite).Point is { } odd)
            return new(parameter, VerdictKind.NotANumber, $"It has a number that is infinite or NaN, at {odd.Words}.", []);
        if (unwritten && points.Any(point => point.Right[parameter].Largest > 0))
            return new(parameter, VerdictKind.NotWritten, "Zeros everywhere: not written yet.", []);
        if (thrown is not null) return Thrown(answers, thrown);
        if (answers.FirstOrDefault(one => !one.Given.HasShapeOf(one.Point.Right[parameter])).Point is not null) return Misshapen(answers);
        if (answers.All(IsRight)) return new(parameter, VerdictKind.Right, "Right.", []);
        return Wrong(answers);
    }

    private ParameterVerdict Thrown((ExamPoint Point, GradientNumbers Given)[] answers, string thrown)
    {
        bool right = answers.All(IsRight);
        IReadOnlyList<LikelyMistake> likely = right ? [] : Likely(answers);
        string rest = right ? " At the other points it is right." : "";
        return new(
            parameter, VerdictKind.Throws,
            $"At {points.Count - answers.Length} of {points.Count} points it throws an exception: {thrown}.{rest}",
            likely, right);
    }

    private ParameterVerdict Misshapen((ExamPoint Point, GradientNumbers Given)[] answers)
    {
        // Where the numbers are too many, more is told than at a point of one row, whose sum is the row itself.
        (ExamPoint point, GradientNumbers given) = answers.Where(one => !one.Given.HasShapeOf(one.Point.Right[parameter]))
            .MaxBy(one => one.Given.Numbers.Length > one.Point.Right[parameter].Numbers.Length);
        GradientNumbers right = point.Right[parameter];
        string hint =
            given.Shape.Length == 2 && right.HasShapeOf(given with { Shape = [given.Shape[1], given.Shape[0]] })
                ? ", which is its transpose"
            : given.Shape.Length > right.Shape.Length
                && given.Shape[^right.Shape.Length..].AsSpan().SequenceEqual(right.Shape)
                && given.Numbers.Length > right.Numbers.Length
                ? ", so a sum is missing"
            : given.Numbers.Length == right.Numbers.Length && IsRight((point, right with { Numbers = given.Numbers }))
                ? "; the numbers themselves are right"
            : "";
        return new(
            parameter, VerdictKind.WrongShape,
            $"Its shape is {given} where {parameter} is {right}{hint} (at {point.Words}).", Likely(answers));
    }

    private ParameterVerdict Wrong((ExamPoint Point, GradientNumbers Given)[] answers)
    {
        IReadOnlyList<LikelyMistake> likely = Likely(answers);
        int right = answers.Count(IsRight);
        string where = right == 0 ? "at every point" : $"at {answers.Length - right} of {answers.Length} points";
        string summary = likely.Count > 0 ? $"Wrong {where}."
            : answers.All(one => one.Given.Largest == 0) ? "Zeros, while other parameters are written."
            : $"Wrong {where}, and no known mistake explains it: {Direction(answers)}.";
        return new(parameter, VerdictKind.Wrong, summary, likely);
    }

    private IReadOnlyList<LikelyMistake> Likely((ExamPoint Point, GradientNumbers Given)[] answers) =>
        new Explainer(parameter, hypotheses, isMean).Of(answers);

    private bool IsRight((ExamPoint Point, GradientNumbers Given) answer)
    {
        GradientNumbers right = answer.Point.Right[parameter];
        double whole = answer.Point.Right.Values.Max(part => part.Largest);
        double allowed = Math.Max(Tolerance * right.Largest, Floor * Math.Max(whole, 1));
        return answer.Given.HasShapeOf(right)
            && answer.Given.Numbers.Zip(right.Numbers, (a, r) => Math.Abs(a - r)).All(apart => apart <= allowed);
    }

    /// <summary>How far the answer points the right way, as the cosine of the angle, and how its length compares.</summary>
    private string Direction((ExamPoint Point, GradientNumbers Given)[] answers)
    {
        (double Cosine, double Ratio)[] seen =
        [
            .. from answer in answers
               let right = answer.Point.Right[parameter]
               where right.Norm > 0 && answer.Given.Norm > 0
               select (
                   answer.Given.Numbers.Zip(right.Numbers, (a, r) => a * r).Sum() / right.Norm / answer.Given.Norm,
                   answer.Given.Norm / right.Norm),
        ];
        if (seen.Length == 0) return "one of the two is 0 wherever the other is not";
        return string.Create(CultureInfo.InvariantCulture,
            $"the cosine between yours and the right one ranges from {seen.Min(one => one.Cosine):0.##} to "
            + $"{seen.Max(one => one.Cosine):0.##}, the ratio of their lengths from {seen.Min(one => one.Ratio):0.###} "
            + $"to {seen.Max(one => one.Ratio):0.###}");
    }
}
