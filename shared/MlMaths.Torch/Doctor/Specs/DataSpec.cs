namespace MlMaths.Torch.Doctor;

/// <summary>In which order rows are dealt into batches, before any shuffling.</summary>
internal enum RowOrder
{
    Shuffled,
    AsFound,
    ByTarget,
}

/// <summary>How features are scaled.</summary>
internal enum FeatureScaling
{
    Standard,
    Range,
    None,
}

/// <summary>How a number to predict is scaled.</summary>
internal enum TargetScaling
{
    Standard,
    None,
}

/// <summary>What a target is.</summary>
internal enum TargetKind
{
    Classes,
    Number,
}

/// <summary>Which rows, and what is done to them.</summary>
internal sealed record DataSpec
{
    /// <summary>An embedded set or one of <see cref="DrawnSets"/>, where no file is named.</summary>
    public required string Set { get; init; }

    public required string? File { get; init; }

    public required string? Target { get; init; }

    /// <summary>Null: guessed, as everywhere else.</summary>
    public required TargetKind? TargetKind { get; init; }

    public required IReadOnlyList<string>? Columns { get; init; }

    public required int? Rows { get; init; }

    /// <summary>Null: what the drawn set has by itself.</summary>
    public required double? Noise { get; init; }

    public required double Validation { get; init; }

    public required RowOrder Order { get; init; }

    public required FeatureScaling Scaling { get; init; }

    public required TargetScaling TargetScaling { get; init; }

    public required double LabelNoise { get; init; }

    public required double MisalignedLabels { get; init; }

    public static DataSpec Read(SpecReader reader) => new()
    {
        Set = reader.Read("set", FieldKind.Text, "moons",
            $"An embedded set ({string.Join(", ", Data.DatasetCatalogue.All.Select(entry => entry.Name))}) or a drawn one "
            + $"({string.Join(", ", DrawnSets.Names)})."),
        File = reader.ReadReferenceOrNull("file", FieldKind.Text,
            "A CSV file in place of the set; its path begins at the folder of the spec."),
        Target = reader.ReadReferenceOrNull("target", FieldKind.Text,
            "The column to predict; absent: that of the embedded set. A file needs it."),
        TargetKind = reader.ReadOrNull("target_kind", FieldKind.Choice<TargetKind>(),
            "Whether the target is one of some classes or a number; absent: a number where it has many values of few rows each."),
        Columns = reader.ReadReferenceOrNull("columns", FieldKind.Texts, "The features to keep, by name; absent: all of them."),
        Rows = reader.ReadOrNull("rows", FieldKind.Whole(4, 1_000_000, 400),
            $"So many rows: drawn, or chosen by chance; absent: {DrawnSets.UsualRows} where they are drawn, else all of them."),
        Noise = reader.ReadOrNull("noise", FieldKind.Number(0, 1e6, 0.2),
            "Deviation of the noise of a drawn set, in its own unit; absent: 1 of blobs and rare, where it is the radius of a cloud, else "
            + "0.2."),
        Validation = reader.Read("validation", FieldKind.Number(0, 1, 0.25, below: true), 0.25,
            "Share of the rows that are kept for validation; 0: none."),
        Order = reader.Read("order", FieldKind.Choice<RowOrder>(), RowOrder.Shuffled,
            "The order in which training rows lie before the first epoch."),
        Scaling = reader.Read("scaling", FieldKind.Choice<FeatureScaling>(), FeatureScaling.Standard,
            "Features in units of their deviation, of one common range, or as they are."),
        TargetScaling = reader.Read("target_scaling", FieldKind.Choice<TargetScaling>(), TargetScaling.Standard,
            "A number to predict in units of its deviation, or as it is; classes are not scaled."),
        LabelNoise = reader.Read("label_noise", FieldKind.Number(0, 1, 0.1), 0,
            "Share of the training rows whose label is replaced by that of another row."),
        MisalignedLabels = reader.Read("misaligned_labels", FieldKind.Number(0, 1, 1), 0,
            "Share of all rows whose labels are mixed up among each other."),
    };
}
