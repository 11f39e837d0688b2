using System.Globalization;

namespace MlMaths.Torch.Calculus;

/// <summary>The answer for one parameter, at every point where there is one, beside what edits lead to.</summary>
/// <param name="parameter">Its letter.</param>
/// <param name="bit">The step that its gradient is.</param>
/// <param name="given">By point, the most telling first.</param>
/// <param name="isRight">Whether it is right.</param>
/// <param name="u">The precision that it is compared in.</param>
internal sealed class WrittenPart(
    string parameter, int bit, IReadOnlyList<(ExamPoint Point, SmallTensor Given)> given, bool isRight, double u)
{
    private const int MinPoints = 2, OfEffect = 2;
    private const double SameRatio = 1e-5;

    public string Parameter => parameter;

    public bool IsRight => isRight;

    /// <summary>u.</summary>
    public double Precision => u;

    /// <summary>The first point, and the answer there.</summary>
    public (ExamPoint Point, SmallTensor Given) MostTelling => given[0];

    /// <summary>Of the answer at the first point.</summary>
    public double WeightedSum { get; } = given[0].Given.WeightedSum();

    /// <summary>Where the effects of edits are compared.</summary>
    public IReadOnlyList<ExamPoint> PointsOfEffect => [.. given.Take(OfEffect).Select(point)];

    /// <summary>Whether there are numbers to explain.</summary>
    public bool IsTelling => given.Any(one => one.Given.Largest > 0);

    /// <summary>Whether it has more axes than the parameter.</summary>
    public bool IsUnsummed => given.Any(one => one.Given.Rank > one.Point.Right[parameter].Rank);

    public bool IsReachedBy(EditedSteps edited) => (edited.Reached >> bit & 1) != 0;

    public bool IsExplainedBy(EditCandidate candidate)
    {
        if (!candidate.IsUnsummed && !IsReachedBy(candidate.Steps)) return false;
        int apart = 0, met = 0;
        foreach ((ExamPoint point, SmallTensor numbers) in given)
        {
            SmallTensor right = point.Right[parameter];
            SmallTensor? read = candidate.IsUnsummed ? SummedTo(numbers, right.Rank) : numbers;
            SmallTensor? expected = candidate.IsUnsummed && candidate.First is null ? right : point.Edited(parameter, candidate.Steps);
            if (expected is null || read is null || !expected.IsFinite || !AnswerPrecision.IsMatch(expected, read,
                right, u))
            {
                return false;
            }
            met++;
            if (numbers.Largest > 0 && !AnswerPrecision.IsMatch(right, numbers, right, u)) apart++;
        }
        return met >= MinPoints && apart > 0;
    }

    /// <summary>Whether a parameter that is right would be so with the edit, too.</summary>
    public bool IsLeftRightBy(EditCandidate candidate) => !IsReachedBy(candidate.Steps) || given.All(one =>
        point(one).Edited(parameter, candidate.Steps) is { } expected && AnswerPrecision.IsMatch(expected, one.Given, one.Given, u));

    /// <summary>What an edit does to this parameter at the first points, as a text to compare; null where it does nothing.</summary>
    public string? EffectOf(EditedSteps edited)
    {
        if (!IsReachedBy(edited)) return null;
        string effect = "";
        bool any = false;
        foreach (ExamPoint at in PointsOfEffect)
        {
            if (at.Edited(parameter, edited) is not { } expected) return null;
            any |= !AnswerPrecision.IsMatch(at.Right[parameter], expected, expected, u);
            foreach (double number in expected.Numbers) effect += number.ToString("G9", CultureInfo.InvariantCulture) + " ";
        }
        return any ? effect : null;
    }

    /// <summary>How the answer compares: a ratio where there is one at every point.</summary>
    public string Evidence()
    {
        (long Rows, double? Ratio)[] ratios =
        [
            .. given.Where(one => one.Given.Largest > 0 && one.Point.Right[parameter].Largest > 0)
                .Select(one => (one.Point.Rows, Ratio(one.Given, one.Point.Right[parameter]))),
        ];
        if (ratios.Length < MinPoints || ratios.Any(one => one.Ratio is null))
            return ExactlyYours;
        double first = ratios[0].Ratio!.Value;
        if (ratios.All(one => Math.Abs(one.Ratio!.Value / first - 1) <= SameRatio))
            return $"your d{parameter} is {NumberText.Of(first)} times the right one at all {ratios.Length} points";
        bool Follows(Func<long, double> of) => ratios.All(one => Math.Abs(one.Ratio!.Value / of(one.Rows) - 1) <= SameRatio);
        return Follows(n => n) || Follows(n => 1.0 / n) ? ByRows(ratios) : ExactlyYours;
    }

    private string ExactlyYours => $"it leads to exactly your numbers at all {given.Count} points";

    // With one row, n and 1/n are 1.
    private string ByRows((long Rows, double? Ratio)[] ratios)
    {
        (long Rows, double? Ratio) most = ratios.MaxBy(one => one.Rows), least = ratios.MinBy(one => one.Rows);
        string few = least.Rows == 1
            ? "and right with 1 row" : $"{NumberText.Of(least.Ratio!.Value)} times with {Counted.Rows(least.Rows)}";
        return $"your d{parameter} is {NumberText.Of(most.Ratio!.Value)} times the right one with {Counted.Rows(most.Rows)}, {few}";
    }

    private static ExamPoint point((ExamPoint Point, SmallTensor Given) one) => one.Point;

    private static double? Ratio(SmallTensor a, SmallTensor r)
    {
        if (!a.HasShapeOf(r)) return null;
        double s = a.Numbers.Zip(r.Numbers, (x, y) => x * y).Sum() / r.Numbers.Sum(y => y * y);
        double rest = Math.Sqrt(a.Numbers.Zip(r.Numbers, (x, y) => (x - s * y) * (x - s * y)).Sum());
        return rest <= 1e-5 * a.Norm ? s : null;
    }

    private static SmallTensor? SummedTo(SmallTensor numbers, int rank)
    {
        if (numbers.Rank <= rank) return null;
        long[] kept = numbers.Shape[^rank..];
        if (rank == 0) kept = [];
        double[] sums = new double[kept.Aggregate(1L, (product, size) => product * size)];
        for (int i = 0; i < numbers.Numbers.Length; i++) sums[i % sums.Length] += numbers.Numbers[i];
        return new SmallTensor(kept, sums);
    }
}
