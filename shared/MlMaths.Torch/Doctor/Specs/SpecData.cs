using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>What a training is given: features as the net sees them, and targets as its loss takes them.</summary>
public sealed class SpecData : IDisposable
{
    // Of 32-bit floats, with room for a sum over many rows.
    private const double Rounding = 1e-5;

    private readonly TrainingSpec _spec;
    private readonly SpecTargets _targets;
    private readonly int[] _rowOfPlace;

    private SpecData(TrainingSpec spec, Dataset original, bool isNumber, int seed)
    {
        _spec = spec;
        Dataset rows = SpecRows.Misaligned(original, spec.Data.MisalignedLabels, seed);
        Rows = rows;
        Split = SpecRows.Prepare(SpecRows.Split(rows, spec.Data.Validation, !isNumber, seed), spec.Data.Columns);
        _targets = new SpecTargets(original, Split, spec.Data, isNumber, spec.Slips.LabelsDivided, seed);
        Dataset prepared = Split.Training.Whole;
        TrainingPart fitted = spec.Slips.ScalerOnAllRows ? DataSplit.None(prepared).Training : Split.Training;
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor all = SpecRows.Scaler(spec.Data.Scaling, fitted).Transform(prepared).X(torch.CPU, torch.ScalarType.Float32);
        int[] training = _rowOfPlace = Ordered(spec, seed), validation = Split.Validation.Rows;
        Outputs = spec.Net.Outputs ?? SpecShapes.UsualOutputs(spec, _targets.Classes?.Count);
        Form = SpecShapes.FormOf(spec, _targets.Classes?.Count, Outputs);
        Training = BatchOf(all, training);
        TrainingLabels = _targets.Of(training);
        ValidationLabels = _targets.Of(validation);
        SoundValidationLabels = _targets.SoundOf(validation);
        Validation = validation.Length > 0 ? BatchOf(all, validation) : null;
    }

    private SpecData(SpecData whole, TrainingSpec spec, int[] places)
    {
        _spec = spec;
        (Rows, Split, _targets, ValidationLabels) = (whole.Rows, whole.Split, whole._targets, []);
        _rowOfPlace = [.. places.Select(place => whole._rowOfPlace[place])];
        Outputs = spec.Net.Outputs ?? SpecShapes.UsualOutputs(spec, Classes?.Count);
        Form = SpecShapes.FormOf(spec, Classes?.Count, Outputs);
        TrainingLabels = whole.LabelsAt(places);
        if (Classes is null && spec.Data.TargetScaling != whole._spec.Data.TargetScaling)
            TrainingLabels = TargetUnit.Of(TrainingLabels).Scaled(TrainingLabels);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = PreparedRows.Pick(whole.Training.X, places);
        Training = new(
            (spec.Data.Scaling == whole._spec.Data.Scaling ? X : Standardised(X)).DetachFromDisposeScope(),
            SpecTargets.AsTensor(TrainingLabels, Form, Classes?.Count ?? 1).DetachFromDisposeScope());
    }

    /// <summary>The rows as they were read.</summary>
    public Dataset Rows { get; }

    /// <summary>Rows that the net learns from.</summary>
    public int TrainingRows => Training.Rows;

    /// <summary>Rows that it is watched with.</summary>
    public int ValidationRows => Validation?.Rows ?? 0;

    /// <summary>Which train, which are kept.</summary>
    internal DataSplit Split { get; }

    /// <summary>The classes by their numbers; null for a number to predict.</summary>
    internal IReadOnlyList<string>? Classes => _targets.Classes;

    /// <summary>Units of the last layer.</summary>
    internal int Outputs { get; }

    /// <summary>The shape of the targets.</summary>
    internal TargetForm Form { get; }

    /// <summary>What the net learns from, in the order in which it lies.</summary>
    internal Batch Training { get; }

    /// <summary>The targets of those rows as numbers.</summary>
    internal double[] TrainingLabels { get; }

    /// <summary>Whether the targets of all rows are those of the table in another order, in whatever unit.</summary>
    internal bool HasTargetsOfTheTable => _targets.AreThoseOfTheTable;

    /// <summary>How many training rows have another target than in the table.</summary>
    internal int OtherThanInTheTable => _targets.Others(_rowOfPlace);

    /// <summary>Whether a spec made one target of several that the table keeps apart.</summary>
    internal bool HasFewerTargets => _targets.Distinct < _targets.SoundDistinct;

    /// <summary>What the net is watched with; null where no rows are kept.</summary>
    internal Batch? Validation { get; }

    /// <summary>The targets of those rows as numbers.</summary>
    internal double[] ValidationLabels { get; }

    /// <summary>The same, as the table has them: whatever a spec does to labels, answers can be judged.</summary>
    internal double[] SoundValidationLabels { get; } = [];

    /// <summary>The unit of the targets of all rows; that of the table for classes.</summary>
    internal TargetUnit TargetUnit => _targets.Unit;

    /// <summary>Reads, splits and scales the rows of a spec.</summary>
    /// <exception cref="UserMistakeException">The rows cannot be used as they are.</exception>
    public static SpecData Prepare(TrainingSpec spec, int seed) => Of(spec, SpecRows.Read(spec.Data, spec.Home, seed), seed);

    /// <summary>The same of a table that is there, in place of the one that the spec names.</summary>
    public static SpecData Prepare(TrainingSpec spec, Dataset table, int seed) =>
        Of(spec, SpecRows.Some(table, spec.Data.Rows, seed), seed);

    private static SpecData Of(TrainingSpec spec, Dataset rows, int seed)
    {
        if (rows.TargetName is null)
            throw new UserMistakeException($"{Quoted.Value(rows.Name)} has no target: name a column in data.target.");
        bool isNumber = spec.Data.TargetKind is { } kind
            ? kind == TargetKind.Number
            : NumberTarget.Is(rows, rows.Labels.Distinct().Count());
        if (isNumber && rows.TargetNumbers is null)
        {
            throw new UserMistakeException(
                $"data.target_kind is number, and the target {Quoted.Value(rows.TargetName)} holds "
                + $"{Quoted.Value(rows.Labels.First(label => !Dataset.IsNumber(label, out _)))}, which is no finite number: take another "
                + "column, or classes.");
        }

        return new SpecData(spec, rows, isNumber, seed);
    }

    /// <summary>
    /// Some of the training rows, by their places, with targets as another spec of the same rows takes them; no validation rows. Where
    /// that spec scales otherwise, features and numbers are put in units of their deviation among these rows.
    /// </summary>
    internal SpecData For(TrainingSpec spec, int[] places) => new(this, spec, places);

    /// <summary>Targets of training rows, by their places.</summary>
    internal double[] LabelsAt(int[] places) => [.. places.Select(place => TrainingLabels[place])];

    /// <summary>Those of the rows so many further on in the table, which begins again behind its end.</summary>
    internal double[] ShiftedLabelsAt(int[] places, int shift) =>
        _targets.Of([.. places.Select(place => (_rowOfPlace[place] + shift + _targets.Rows) % _targets.Rows)]);

    /// <summary>The same, of the rows counted from the end of the table.</summary>
    internal double[] LabelsFromTheEnd(int[] places) => _targets.Of([.. places.Select(place => _targets.Rows - 1 - _rowOfPlace[place])]);

    /// <summary>Targets of training rows, by their places, as the table has them.</summary>
    internal double[] SoundLabelsAt(int[] places) => _targets.SoundOf([.. places.Select(place => _rowOfPlace[place])]);

    /// <summary>Each column of X [n, d] in units of its deviation; one that is constant but for rounding is only centred.</summary>
    internal static Tensor Standardised(Tensor X)
    {
        Tensor mean = X.mean([0L]), deviation = X.std(0, unbiased: false);
        return (X - mean) / torch.where(deviation > Rounding * (mean.abs() + 1), deviation, torch.ones_like(deviation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Batch batch in new[] { Training, Validation }.OfType<Batch>())
        {
            batch.X.Dispose();
            batch.y.Dispose();
        }
    }

    private int[] Ordered(TrainingSpec spec, int seed)
    {
        int[] rows = [.. Split.Training.Rows, .. Shuffle.Order(Split.Validation.Count, seed, DrawnFor.Sample, 1)
            .Take((int)Math.Round(spec.Slips.ValidationRowsInTraining * Split.Validation.Count))
            .Select(place => Split.Validation.Rows[place])];
        switch (spec.Data.Order)
        {
            case RowOrder.Shuffled:
                Shuffle.InPlace<int>(rows, seed, DrawnFor.Sample, 2);
                return rows;
            case RowOrder.ByTarget:
                double[] labels = _targets.Of(rows);
                Array.Sort(labels, rows);
                return rows;
            default:
                return rows;
        }
    }

    private Batch BatchOf(Tensor all, int[] rows) => new(
        PreparedRows.Pick(all, rows).DetachFromDisposeScope(),
        SpecTargets.AsTensor(_targets.Of(rows), Form, Classes?.Count ?? 1).DetachFromDisposeScope());
}
