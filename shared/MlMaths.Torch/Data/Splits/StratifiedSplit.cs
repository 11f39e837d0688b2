namespace MlMaths.Torch.Data;

/// <summary>
/// Training, validation and test rows with the same share of every class, up to one row: the rows of each class are
/// shuffled by the seed, then dealt.
/// </summary>
public static class StratifiedSplit
{
    /// <summary>Keeps the share of positives.</summary>
    public static DataSplit Of(BinaryTarget target, int seed, SplitFractions? fractions = null) =>
        Of(target.Dataset, target.Classes(), seed, fractions);

    /// <summary>Keeps the share of every label.</summary>
    public static DataSplit Of(Dataset dataset, int seed, SplitFractions? fractions = null) =>
        Of(dataset, dataset.Labels, seed, fractions);

    private static DataSplit Of(Dataset dataset, IReadOnlyList<string> classes, int seed, SplitFractions? wanted)
    {
        SplitFractions fractions = (wanted ?? new()).Checked();
        List<int> training = [], validation = [], test = [];
        var cases = WholeCases.Of(dataset);
        foreach (ClassRows one in ClassRows.Shuffled(classes, cases.First, seed))
        {
            if (one.Rows.Length < fractions.MinRows)
                throw TooFew(dataset, one, fractions, cases.Noun);
            (int validated, int tested) = fractions.Of(one.Rows.Length);
            validation.AddRange(one.Rows.AsSpan(0, validated));
            test.AddRange(one.Rows.AsSpan(validated, tested));
            training.AddRange(one.Rows.AsSpan(validated + tested));
        }

        return DataSplit.Of(dataset, cases.RowsOf(training), cases.RowsOf(validation), cases.RowsOf(test));
    }

    private static UserMistakeException TooFew(Dataset dataset, ClassRows few, SplitFractions fractions, string noun) => new(
        $"{Quoted.Value(dataset.Name)} has {Counted.Of(few.Rows.Length, noun)} of the class {Quoted.Value(few.Label)}, and a {fractions} "
        + $"split into training, validation and test needs at least {fractions.MinRows} of each class: "
        + $"add rows, or leave that class out.");
}
