using MlMaths.Torch.Cli;

namespace MlMaths.Torch.PcaClustering;

/// <summary>In which units the columns are compared.</summary>
internal enum Scaling
{
    /// <summary>Every column in deviations of its own.</summary>
    Standardised,

    /// <summary>As they are, only centred.</summary>
    Raw,
}

/// <summary>Which columns have a distance.</summary>
internal enum EncodedColumns
{
    /// <summary>Numbers and ordered levels.</summary>
    Numbers,

    /// <summary>Texts too, a 0/1 column for each level but one.</summary>
    Categories,
}

/// <summary>What may be asked of this project.</summary>
/// <param name="Scaling">Default standardised.</param>
/// <param name="K">Clusters; null: what the evidence says.</param>
/// <param name="Batch">Column that says in which batch a row was measured; null for none.</param>
/// <param name="Quick">Fewer resamples and references.</param>
internal sealed record PcaClusteringOptions(Scaling Scaling, int? K, string? Batch, bool Quick)
{
    private static readonly ProjectOption<EncodedColumns> EncodeOption = ProjectOption.Choice(
        "--encode", EncodedColumns.Numbers, "Whether texts join the columns as 0/1 columns, or stay outside, to check the groups with.");

    private const int LargestK = 20;

    private static readonly ProjectOption<Scaling> ScalingOption = ProjectOption.Choice(
        "--scaling", Scaling.Standardised, "Units in which columns are compared; raw only if they all share one.");

    private static readonly ProjectOption<int> KOption = new(
        "--k", "N", "Number of clusters to draw.", 0, "what the evidence suggests", $"a whole number from 2 to "
        + $"{LargestK}", "3",
        (string given, out int k) => int.TryParse(given, out k) && k is >= 2 and <= LargestK);

    private static readonly ProjectOption<string?> BatchOption = ProjectOption.Text(
        "--batch", "COLUMN", "none", "Column of --data with the batch in which each row was measured.");

    public static IReadOnlyList<ProjectOption> All { get; } = [ScalingOption, KOption, BatchOption, EncodeOption];

    /// <summary>Whether texts become columns.</summary>
    public bool EncodesCategories { get; private init; }

    /// <summary>Resamples of the rows for intervals of means.</summary>
    public int Resamples => Quick ? 500 : 2000;

    /// <summary>Refits of the components, and shuffles of the columns; fewer where a refit takes long.</summary>
    public int Refits(int rows, int columns)
    {
        const double Affordable = 6e9; // multiplications, a few seconds
        double each = Math.Pow(columns, 3) * 10 + (double)rows * columns * columns;
        return (int)Math.Clamp(Affordable / each, 40, Quick ? 60 : 500);
    }

    /// <summary>Shuffles of batch labels.</summary>
    public int Permutations => Quick ? 199 : 999;

    /// <summary>New splits for each number of training rows.</summary>
    public int Splits => Quick ? 15 : 60;

    public static PcaClusteringOptions Checked(ParsedOptions parsed)
    {
        if (parsed.Common.Positive is not null)
        {
            throw new UserMistakeException(
                "--positive is not used here: components and clusters never look at the target. Leave it out.");
        }
        if (parsed.Of(BatchOption) is not null && parsed.Common.DataFile is null)
            throw new UserMistakeException("--batch names a column of your own file, and none was given: say which with --data FILE.csv.");
        int k = parsed.Of(KOption);
        return new PcaClusteringOptions(parsed.Of(ScalingOption), k == 0 ? null : k, parsed.Of(BatchOption), parsed.Common.Quick)
        {
            EncodesCategories = parsed.Of(EncodeOption) == EncodedColumns.Categories,
        };
    }
}
