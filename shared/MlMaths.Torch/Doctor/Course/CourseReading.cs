using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// The net that a training hands out, judged by its validation rows, row by row, beside the best that was seen on the same rows: of its
/// own epochs and of those of the references.
///
/// <code>
/// gapᵢ  = lossᵢ at the end − lossᵢ of the best that was seen       chosen as <see cref="HalfChoice"/> does, by the other rows
/// p       of mean / standard error of the gaps, one-sided, Student's t
/// </code>
///
/// It is the one question that can alarm, and so needs no correction: there is a symptom where p ≤ <see cref="Size"/> and the mean gap is
/// above a tenth of what there is to learn. Which symptom it is, the losses themselves say:
///
/// <code>
/// rise     loss at the end − least loss of its own epochs          overfitted, or steps that miss
/// behind   least loss of its own epochs − least of the references   not learnt, or not what carries over
/// </code>
/// </summary>
internal sealed record CourseReading
{
    /// <summary>False symptoms of sound trainings that are allowed, as a share: of the 3 % of the whole, what the checks before the first
    /// step leave.</summary>
    public const double Size = 0.025;

    /// <summary>Share of what there is to learn from which a loss matters.</summary>
    public const double Matters = 0.1;

    /// <summary>Validation rows from which a training is judged.</summary>
    public const int FewestRows = 10;

    // Where the references know no more than a constant answer, a share of that answer's loss takes the place of what there is to learn.
    private const double LeastToLearn = 0.05, Worst = 100, Much = 0.25;

    private CourseReading(TrainingCourse own, CourseReferences references, int seed)
    {
        (Own, References, Chance) = (own, references, own.Chance);
        Reference = references.Better.Course.Best.Validation;
        double[] final = Finite(own.Final.Rows);
        double[] best = Finite(HalfChoice.Of(
            [.. own.All.Concat(references.All.SelectMany(one => one.Course.All)).Select(look => look.Rows)], seed));
        ToLearn = Math.Max(Chance - best.Average(), LeastToLearn * Chance);
        Gap = Difference.Of(final, best);
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

    /// <summary>From the best that was seen to the end.</summary>
    public Difference Gap { get; }

    /// <summary>Over the last quarter; its p is evidence beside a symptom, and never one.</summary>
    public Difference Fall { get; }

    /// <summary>From the least loss of its own epochs to the end.</summary>
    public double Rise => Own.Final.Validation - Own.Best.Validation;

    /// <summary>From the least loss of the references to that of its own epochs.</summary>
    public double Behind => Own.Best.Validation - Reference;

    /// <summary>Whether the net that is handed out is beyond noise and by enough worse than the best that was seen.</summary>
    public bool IsSymptom => Gap.P <= Size && Gap.Mean > Matters * ToLearn;

    /// <summary>Whether a distance of more than a tenth of what there is to learn is itself beyond noise, or the distance is above a
    /// quarter: a stricter question, for where the changes that were tried do not help.</summary>
    public bool IsSure => Gap.PAbove(Matters * ToLearn) <= Size || (IsSymptom && Gap.Mean > Much * ToLearn);

    /// <summary>Whether its best epoch was better than its end by enough, or that is most of the gap.</summary>
    public bool Rises => IsSymptom && (Rise > Matters * ToLearn || Rise > Behind);

    /// <summary>Whether the training rows went the same way: then it is no overfitting, but steps that miss.</summary>
    public bool IsUnsteady => Rises && Own.Final.Training - Own.Best.Training > Rise / 2;

    /// <summary>Whether its best epoch is behind the references by enough, or that is most of the gap.</summary>
    public bool IsBehind => IsSymptom && (Behind > Matters * ToLearn || Behind >= Rise);

    /// <summary>Whether it is behind on the rows that it learnt, too: then it has not learnt enough, else not what carries over.</summary>
    public bool IsUnderfit => IsBehind && LeastTraining - References.Better.Course.Best.Training > Matters * ToLearn;

    /// <summary>Whether more than half of what the references have learnt is there.</summary>
    public bool IsHalfWay => Own.Best.Validation - Reference < (Chance - Reference) / 2;

    // A best epoch that comes early has not learnt its rows yet: the net that overfits has, by its end.
    private double LeastTraining => Math.Min(Own.Best.Training, Own.Final.Training);

    /// <summary>Whether next to nothing was learnt.</summary>
    public bool IsStuck => IsBehind && Chance - Own.Best.Validation < Matters * ToLearn;

    /// <summary>Whether the last quarter was still worth something.</summary>
    public bool StillFalls => Fall.P <= Size && Fall.Mean > 0;

    /// <summary>Reads a training; null where there are too few validation rows.</summary>
    public static CourseReading? Of(TrainingCourse own, CourseReferences references, int seed) =>
        own.Final.Rows.Length < FewestRows ? null : new(own, references, seed);

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
/// <param name="Rows">How many there are.</param>
internal sealed record Difference(double Mean, double StandardError, double P, int Rows)
{
    /// <summary>How often rows have a mean as large by chance where it is a margin in truth, one-sided.</summary>
    public double PAbove(double margin) => StandardError > 0 ? StudentT.Cumulative((margin - Mean) / StandardError, Rows - 1)
        : Mean > margin ? Math.Pow(2, -Rows)
        : 1;

    public static Difference Of(double[] first, double[] second)
    {
        double[] differences = [.. first.Zip(second, (one, other) => one - other)];
        var moments = Moments.Of(differences);
        // Differences that are all alike have no spread to divide by: then only their sign speaks, as often as there are rows.
        Difference one = new(moments.Mean, moments.StandardError ?? 0, P: 1, differences.Length);
        return one with { P = one.PAbove(0) };
    }
}
