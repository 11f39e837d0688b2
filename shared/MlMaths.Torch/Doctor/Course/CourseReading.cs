using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// A training judged by its validation rows, row by row, beside its own best epoch and beside the references.
///
/// <code>
/// riseᵢ   = lossᵢ at the end − lossᵢ at the best epoch
/// behindᵢ = lossᵢ at the best epoch − lossᵢ of the better reference at its best epoch
/// endᵢ    = lossᵢ at the end − lossᵢ of the better reference at its best epoch
/// fallᵢ   = lossᵢ at three quarters − lossᵢ at the end
/// p         of mean / standard error, one-sided, Student's t; of rise, behind and end adjusted by Holm
/// </code>
///
/// Best epochs and the better reference are chosen as <see cref="HalfChoice"/> does, by rows that are not judged by the choice.
/// Each is a symptom where p ≤ <see cref="Size"/> and its mean is above a tenth of what there is to learn. An end that is behind counts as
/// a rise where the best epoch was that much better, else as a best epoch that is behind.
/// </summary>
internal sealed record CourseReading
{
    /// <summary>False symptoms of sound trainings that are allowed, as a share: of the 3 % of the whole, what the checks before the first
    /// step leave.</summary>
    public const double Size = 0.02;

    /// <summary>Share of what there is to learn from which a loss matters.</summary>
    public const double Matters = 0.1;

    /// <summary>Validation rows from which a training is judged.</summary>
    public const int FewestRows = 10;

    // Where the references know no more than a constant answer, a share of that answer's loss takes the place of what there is to learn.
    private const double LeastToLearn = 0.05, Worst = 100;

    private readonly Difference _end;

    private CourseReading(TrainingCourse own, CourseReferences references, int seed)
    {
        (Own, References, Chance) = (own, references, own.Chance);
        double[] final = Finite(own.Final.Rows);
        double[] best = Finite(HalfChoice.Of([.. own.All.Select(look => look.Rows)], seed));
        double[] reference = Finite(
            HalfChoice.Of([.. references.All.SelectMany(one => one.Course.All).Select(look => look.Rows)], seed));
        Reference = reference.Average();
        ToLearn = Math.Max(Chance - Math.Min(Reference, best.Average()), LeastToLearn * Chance);
        Rise = Difference.Of(final, best);
        Behind = Difference.Of(best, reference);
        _end = Difference.Of(final, reference);
        double[] adjusted = Holm.Adjust([Rise.P, Behind.P, _end.P]);
        (Rise, Behind, _end) = (Rise with { P = adjusted[0] }, Behind with { P = adjusted[1] }, _end with { P = adjusted[2] });
        CourseLook earlier = own.Looks.LastOrDefault(look => look.Epoch <= own.Final.Epoch * 3 / 4) ?? own.Final;
        Fall = Difference.Of(Finite(earlier.Rows), final);
    }

    public TrainingCourse Own { get; }

    public CourseReferences References { get; }

    /// <summary>Loss of a constant answer.</summary>
    public double Chance { get; }

    /// <summary>Loss of the better reference.</summary>
    public double Reference { get; }

    /// <summary>What a good training takes off the loss of a constant answer.</summary>
    public double ToLearn { get; }

    /// <summary>From the best epoch to the end.</summary>
    public Difference Rise { get; }

    /// <summary>Of the best epoch beside the references.</summary>
    public Difference Behind { get; }

    /// <summary>Over the last quarter; its p is evidence beside a symptom, and never one.</summary>
    public Difference Fall { get; }

    /// <summary>From the least to the end, as the losses are.</summary>
    public double PlainRise => Own.Final.Validation - Own.Best.Validation;

    /// <summary>Whether the loss at the end is beyond noise and by enough above that of the best epoch.</summary>
    public bool Rises => IsSymptom(Rise) || (IsSymptom(_end) && PlainRise > Matters * ToLearn);

    /// <summary>Whether the training rows went the same way: then it is no overfitting, but steps that miss.</summary>
    public bool IsUnsteady => Rises && Own.Final.Training - Own.Best.Training > PlainRise / 2;

    /// <summary>Whether the best epoch is beyond noise and by enough above the better reference.</summary>
    public bool IsBehind => IsSymptom(Behind) || (IsSymptom(_end) && !Rises);

    /// <summary>Whether it is behind on the rows that it learnt, too: then it has not learnt enough, else not what carries over.</summary>
    public bool IsUnderfit => IsBehind && Own.Best.Training - References.Better.Course.Best.Training > Matters * ToLearn;

    /// <summary>Whether more than half of what the references have learnt is there.</summary>
    public bool IsHalfWay => Own.Best.Validation - Reference < (Chance - Reference) / 2;

    /// <summary>Whether next to nothing was learnt.</summary>
    public bool IsStuck => IsBehind && Chance - Own.Best.Validation < Matters * ToLearn;

    /// <summary>Whether the last quarter was still worth something.</summary>
    public bool StillFalls => Fall.P <= Size && Fall.Mean > 0;

    /// <summary>Reads a training; null where there are too few validation rows.</summary>
    public static CourseReading? Of(TrainingCourse own, CourseReferences references, int seed) =>
        own.Final.Rows.Length < FewestRows ? null : new(own, references, seed);

    private bool IsSymptom(Difference one) => one.P <= Size && one.Mean > Matters * ToLearn;

    /// <summary>An answer that is no number counts as one that was sure and wrong.</summary>
    private double[] Finite(double[] losses)
    {
        double worst = Math.Max(Chance, 1) * Worst;
        return Array.ConvertAll(losses, loss => double.IsNaN(loss) ? worst : Math.Min(loss, worst));
    }
}

/// <summary>The mean of a difference of two losses, row by row.</summary>
/// <param name="Mean">Above 0 where the first is larger.</param>
/// <param name="StandardError">Of the mean.</param>
/// <param name="P">How often rows that differ by chance alone have a mean as large, one-sided.</param>
internal sealed record Difference(double Mean, double StandardError, double P)
{
    public static Difference Of(double[] first, double[] second)
    {
        double[] differences = [.. first.Zip(second, (one, other) => one - other)];
        var moments = Moments.Of(differences);
        double error = moments.StandardError ?? 0;
        // Differences that are all alike have no spread to divide by: then only their sign speaks, as often as there are rows.
        double p = error > 0 ? StudentT.Cumulative(-moments.Mean / error, differences.Length - 1)
            : moments.Mean > 0 ? Math.Pow(2, -differences.Length)
            : 1;
        return new(moments.Mean, error, p);
    }
}
