using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>In which shape a loss takes its targets.</summary>
internal enum TargetForm
{
    /// <summary>Class numbers, int64 [n].</summary>
    Index,

    /// <summary>1 at the class, else 0 [n, C].</summary>
    OneHot,

    /// <summary>A number a row [n, 1].</summary>
    Column,

    /// <summary>A number a row [n]: beside outputs [n, 1] it is spread over all of them.</summary>
    Flat,
}

/// <summary>What each row should be called, as numbers: classes 0 … C − 1, or what was measured, scaled.</summary>
internal sealed class SpecTargets
{
    private readonly double[] _ofRow;
    private readonly double[] _sound;

    /// <param name="original">The rows before labels were mixed up.</param>
    /// <param name="split">The rows.</param>
    /// <param name="spec">How they are scaled and spoilt.</param>
    /// <param name="isNumber">Whether the target is a number.</param>
    /// <param name="divisor">What labels are divided by.</param>
    /// <param name="seed">Of the noise.</param>
    public SpecTargets(Dataset original, DataSplit split, DataSpec spec, bool isNumber, double divisor, int seed)
    {
        Dataset rows = split.Training.Whole;
        var target = isNumber ? null : ClassTarget.From(rows);
        Classes = target?.Classes;
        double[] labels = target is not null ? Array.ConvertAll(target.OfRow, one => (double)one) : [.. rows.TargetNumbers!];
        _sound = target is not null
            ? Array.ConvertAll(ClassTarget.From(original).OfRow, one => (double)one)
            : [.. original.TargetNumbers!];
        WithNoise(labels, split.Training.Rows, spec.LabelNoise, seed);
        if (!isNumber && divisor < 1)
        {
            throw new UserMistakeException($"slips.labels_divided is {NumberText.Of(divisor)}, and makes class numbers larger than there "
                + "are classes: take 1 or more, or a target that is a number.");
        }

        if (divisor != 1)
            labels = Array.ConvertAll(labels, label => isNumber ? label / divisor : Math.Floor(label / divisor));
        if (isNumber && spec.TargetScaling == TargetScaling.Standard)
        {
            Unit = TargetUnit.Of([.. split.Training.Rows.Select(row => labels[row])]);
        }

        _ofRow = Unit.Scaled(labels);
    }

    /// <summary>The classes by their numbers; null for a number to predict.</summary>
    public IReadOnlyList<string>? Classes { get; }

    /// <summary>What was taken off a number, and what it was divided by.</summary>
    public TargetUnit Unit { get; } = TargetUnit.None;

    /// <summary>How many different targets the training is given.</summary>
    public int Distinct => _ofRow.Distinct().Count();

    /// <summary>How many the table has.</summary>
    public int SoundDistinct => _sound.Distinct().Count();

    /// <summary>Whether the training is given what the table has, in another order at most.</summary>
    public bool AreThoseOfTheTable => TargetUnit.AreSame([.. _ofRow.Order()], [.. _sound.Order()]);

    /// <summary>How many of some rows have another target than in the table. Numbers are compared in the unit of the table, and each
    /// side in its own: the fewer count, since a common factor is another fault.</summary>
    public int Others(int[] rows)
    {
        int others = Count(Unit.Unscaled(_ofRow), _sound);
        return Classes is null
            ? Math.Min(others, Count(TargetUnit.Of(_ofRow).Scaled(_ofRow), TargetUnit.Of(_sound).Scaled(_sound)))
            : others;

        int Count(double[] given, double[] sound) =>
            rows.Count(row => !(Math.Abs(given[row] - sound[row]) <= TargetUnit.Rounding * (1 + Math.Abs(sound[row]))));
    }

    /// <summary>Rows of the table.</summary>
    public int Rows => _ofRow.Length;

    /// <summary>Of some rows, as numbers.</summary>
    public double[] Of(int[] rows) => [.. rows.Select(row => _ofRow[row])];

    /// <summary>Of some rows, as the table has them: classes by their numbers, or what was measured, in its unit.</summary>
    public double[] SoundOf(int[] rows) => [.. rows.Select(row => _sound[row])];

    /// <summary>As a tensor; the caller's scope disposes it.</summary>
    public static Tensor AsTensor(double[] labels, TargetForm form, int classes)
    {
        switch (form)
        {
            case TargetForm.Index:
                return TensorCopy.Of<long>(Array.ConvertAll(labels, label => (long)label));
            case TargetForm.OneHot:
                float[] hot = new float[labels.Length * classes];
                for (int row = 0; row < labels.Length; row++)
                    hot[row * classes + (int)labels[row]] = 1;
                return TensorCopy.Of<float>(hot, [labels.Length, classes]);
            case TargetForm.Column:
                return TensorCopy.Of<float>(Array.ConvertAll(labels, label => (float)label), [labels.Length, 1]);
            default:
                return TensorCopy.Of<float>(Array.ConvertAll(labels, label => (float)label));
        }
    }

    private static void WithNoise(double[] labels, int[] training, double share, int seed)
    {
        if (share == 0) return;
        Random chance = Seeds.Generator(seed, DrawnFor.Errors, 1);
        double[] before = [.. labels];
        foreach (int place in Shuffle.Order(training.Length, seed, DrawnFor.Errors, 2).Take((int)Math.Round(share * training.Length)))
            labels[training[place]] = before[training[chance.Next(training.Length)]];
    }
}
