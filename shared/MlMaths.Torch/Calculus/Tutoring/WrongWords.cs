using System.Globalization;

namespace MlMaths.Torch.Calculus;

/// <summary>What is wrong with a parameter, as a sentence.</summary>
internal sealed class WrongWords(string parameter, Examination examination, AskedAnswer asked, ExamPoint[] came)
{
    private const double NearlyOne = 1e-6;

    public (VerdictKind Kind, string Summary) Of(IReadOnlyList<LikelyMistake> likely)
    {
        int thrown = examination.Points.Count - came.Length;
        if (thrown > 0)
        {
            string message = examination.Points.Select(asked.ThrownAt).First(one => one is not null)!;
            return (VerdictKind.Throws, $"At {thrown} of {examination.Points.Count} points it throws an exception: {message}.");
        }
        ExamPoint[] misshapen = [.. came.Where(point => !Given(point).Numbers.HasShapeOf(point.Right[parameter]))];
        if (misshapen.Length > 0) return (VerdictKind.WrongShape, Misshapen(misshapen, likely));
        int right = came.Count(IsRight);
        string where = right == 0 ? "at every point" : $"at {came.Length - right} of {came.Length} points";
        string summary = likely.Count > 0 ? $"Wrong {where}." : $"Wrong {where}, and no known mistake explains it: {Direction()}.";
        return (VerdictKind.Wrong, summary);
    }

    private GivenPart Given(ExamPoint point) => asked.At(point)![parameter];

    private bool IsRight(ExamPoint point) =>
        AnswerPrecision.IsRight(point, parameter, Given(point).Numbers, Math.Max(AnswerPrecision.Of(Given(point).Type),
            AnswerPrecision.Float32));

    private string Misshapen(ExamPoint[] misshapen, IReadOnlyList<LikelyMistake> likely)
    {
        // Where the numbers are too many, more is told than at a point of one row, whose sum is the row itself.
        ExamPoint point = misshapen.MaxBy(one => Given(one).Numbers.Numbers.Length > one.Right[parameter].Numbers.Length)!;
        (SmallTensor given, SmallTensor right) = (Given(point).Numbers, point.Right[parameter]);
        bool summed = likely is not [{ } first, ..] || first.Mistakes.Contains(Mistake.SummedToOne);
        if (given.Rank == 0 && right.Rank > 0 && summed)
        {
            return $"Its shape is [] where {parameter} is {right} (at {point.Words}): everything was summed, "
                + "and a sum along one axis was due. "
                + "In TorchSharp .sum(0) takes the 0 for a type and sums all numbers as bytes: write .sum(dim: 0).";
        }
        string hint =
            given.Rank == 2 && right.HasShapeOf(given with { Shape = [given.Shape[1], given.Shape[0]] }) ? ", which is its transpose"
            : given.Rank > right.Rank && given.Shape[^right.Rank..].AsSpan().SequenceEqual(right.Shape)
                && given.Numbers.Length > right.Numbers.Length ? ", so a sum is missing"
            : given.Numbers.Length == right.Numbers.Length
                && AnswerPrecision.IsMatch(right, right with { Numbers = given.Numbers }, right, AnswerPrecision.Float32)
                ? "; the numbers themselves are right"
            : "";
        return $"Its shape is {given} where {parameter} is {right}{hint} (at {point.Words}).";
    }

    /// <summary>How far the answer points the right way, as the cosine of the angle, and how its length compares.</summary>
    private string Direction()
    {
        (double Cosine, double Ratio, long Rows)[] seen =
        [
            .. from point in came
               let given = Given(point).Numbers
               let right = point.Right[parameter]
               where !IsRight(point) && right.Norm > 0 && given.Norm > 0
               select (given.Numbers.Zip(right.Numbers, (a, r) => a * r).Sum() / right.Norm / given.Norm, given.Norm / right.Norm,
                   point.Rows),
        ];
        if (seen.Length == 0) return "one of the two is 0 wherever the other is not";
        return Multiple(seen) ?? $"where it is wrong, the cosine between yours and the right one "
            + $"{Range(seen.Select(one => one.Cosine), "0.##")}, and the ratio of their lengths "
            + $"{Range(seen.Select(one => one.Ratio), "0.###")}";
    }

    private static string Range(IEnumerable<double> numbers, string format)
    {
        string least = numbers.Min().ToString(format, CultureInfo.InvariantCulture);
        string most = numbers.Max().ToString(format, CultureInfo.InvariantCulture);
        return least == most ? $"is about {least}" : $"ranges from {least} to {most}";
    }

    /// <summary>What it is a multiple of, where it is one by the same number everywhere, by n or by 1/n.</summary>
    private static string? Multiple((double Cosine, double Ratio, long Rows)[] seen)
    {
        if (seen.Length < 2 || !seen.All(one => Math.Abs(Math.Abs(one.Cosine) - 1) < NearlyOne)) return null;
        double[] factors = [.. seen.Select(one => Math.Sign(one.Cosine) * one.Ratio)];
        bool Is(Func<long, double> of) => seen.Zip(factors).All(one => Math.Abs(one.Second / of(one.First.Rows) - 1) < NearlyOne);
        if (Is(_ => factors[0])) return $"where it is wrong, yours is {NumberText.Of(factors[0])} times the right one";
        return Is(n => n) ? "yours is n times the right one, as where a 1/n is missing"
            : Is(n => 1.0 / n) ? "yours is 1/n of the right one, as where there is a 1/n too many"
            : null;
    }
}
