using System.Globalization;
using System.Security.Cryptography;

namespace MlMaths.Torch.Data;

/// <summary>
/// Pictures with labels from a folder of IDX files, as MNIST, Fashion-MNIST and EMNIST come: <c>train-images-idx3-ubyte</c> and
/// <c>train-labels-idx1-ubyte</c>, and perhaps the same two beginning with <c>t10k</c>, whose rows are known to be the test rows.
/// A dot in place of the hyphen before <c>idx</c>, and <c>.gz</c> at the end, are understood.
/// Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, 1998, Proceedings of the IEEE 86(11):2278–2324.
/// </summary>
/// <param name="Dataset">All rows: those to train on, then the test rows; the features <c>pixel_row_column</c> from 0
/// to 255, the target <c>label</c>.</param>
/// <param name="TestRows">Rows that the data's makers keep for the test, ascending; none where there is no <c>t10k</c>.</param>
public sealed record IdxDataset(Dataset Dataset, IReadOnlyList<int> TestRows)
{
    private const string Training = "train", Test = "t10k";

    /// <summary>Reads the folder. A pixel takes 8 bytes: the 70,000 pictures of MNIST 440 MB.</summary>
    /// <param name="folder">The folder that holds the files.</param>
    /// <exception cref="UserMistakeException">A file is missing, of another kind or damaged: in one sentence which, and
    /// what to do.</exception>
    public static IdxDataset Read(string folder)
    {
        if (File.Exists(folder))
            throw new UserMistakeException($"{Quoted.Path(folder)} is a file: name the folder that holds it.");
        if (!Directory.Exists(folder))
            throw new UserMistakeException($"There is no folder {Quoted.Path(folder)}: check its name.");

        var training = IdxPictures.Read(folder, Training);
        IdxPictures? test = IdxPictures.AreIn(folder, Test) ? IdxPictures.Read(folder, Test) : null;
        if (test is not null && !test.Sides.SequenceEqual(training.Sides))
        {
            throw new UserMistakeException(
                $"The pictures of {test.Pictures.Shown} are {string.Join(" × ", test.Sides)} pixels, "
                + $"and those of {training.Pictures.Shown} "
                + $"{string.Join(" × ", training.Sides)}: put files of one data set into the folder.");
        }

        IdxPictures[] parts = test is null ? [training] : [training, test];
        var dataset = new Dataset(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), ColumnNames(training.Sides),
            Features(parts), "label", Labels(parts),
            new Provenance(
                $"{folder}, files of {string.Join(" and ", test is null ? [Training] : [Training, Test])}",
                "your files; check their licence yourself", Hash(parts)));
        return new(dataset, [.. Enumerable.Range(training.Count, test?.Count ?? 0)]);
    }

    /// <summary>
    /// The test rows as their makers have them, and the others dealt to training and validation, class by class; where no test
    /// rows are known, all three are dealt.
    /// </summary>
    public DataSplit Split(int seed, SplitFractions? wanted = null)
    {
        if (TestRows.Count == 0)
            return StratifiedSplit.Of(Dataset, seed, wanted);
        SplitFractions fractions = (wanted ?? new()).Checked();
        List<int> training = [], validation = [];
        // The rows to train on stand first: their places among themselves are their rows.
        foreach (ClassRows one in ClassRows.Shuffled([.. Dataset.Labels.Take(Dataset.Rows - TestRows.Count)], seed))
        {
            if (one.Rows.Length < fractions.MinRows)
            {
                throw new UserMistakeException(
                    $"{Quoted.Value(Dataset.Name)} has {Counted.Rows(one.Rows.Length)} of the class "
                    + $"{Quoted.Value(one.Label)} outside its test rows, and at least "
                    + $"{fractions.MinRows} are needed to train on and to validate with: add rows, or leave that class out.");
            }

            (int validated, _) = fractions.Of(one.Rows.Length);
            validation.AddRange(one.Rows.AsSpan(0, validated));
            training.AddRange(one.Rows.AsSpan(validated));
        }

        return DataSplit.Of(Dataset, [.. training.Order()], [.. validation.Order()], [.. TestRows]);
    }

    private static string[] ColumnNames(int[] sides) =>
        [.. from row in Enumerable.Range(0, sides[0])
            from column in Enumerable.Range(0, sides[1])
            select string.Create(CultureInfo.InvariantCulture, $"pixel_{row}_{column}")];

    private static double[] Features(IdxPictures[] parts)
    {
        double[] features = new double[parts.Sum(part => part.Pictures.Values.Length)];
        int at = 0;
        foreach (IdxPictures part in parts)
        {
            foreach (byte pixel in part.Pictures.Values)
                features[at++] = pixel;
        }

        return features;
    }

    private static string[] Labels(IdxPictures[] parts)
    {
        string[] names = [.. Enumerable.Range(0, 256).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        return [.. parts.SelectMany(part => part.Labels.Values).Select(label => names[label])];
    }

    // Over the uncompressed files, pictures before labels, training before test: compressed or not, the same data set.
    private static string Hash(IdxPictures[] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (IdxFile file in parts.SelectMany(part => new[] { part.Pictures, part.Labels }))
        {
            hash.AppendData(file.Head);
            hash.AppendData(file.Values);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
