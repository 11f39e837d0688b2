namespace MlMaths.Torch.Data;

/// <summary>A file of pictures and the file of their labels.</summary>
/// <param name="Pictures">Pictures × rows × columns.</param>
/// <param name="Labels">One for each picture.</param>
internal sealed record IdxPictures(IdxFile Pictures, IdxFile Labels)
{
    public int Count => Pictures.Sizes[0];

    /// <summary>Rows and columns of a picture.</summary>
    public int[] Sides => Pictures.Sizes[1..];

    /// <summary>Whether at least one of the two files is there.</summary>
    public static bool AreIn(string folder, string part) =>
        Find(folder, PicturesOf(part)) is not null || Find(folder, LabelsOf(part)) is not null;

    public static IdxPictures Read(string folder, string part)
    {
        var pictures = IdxFile.Read(Require(folder, PicturesOf(part)), dimensions: 3);
        var labels = IdxFile.Read(Require(folder, LabelsOf(part)), dimensions: 1);
        return pictures.Sizes[0] == labels.Sizes[0]
            ? new(pictures, labels)
            : throw new UserMistakeException(
                $"{pictures.Shown} has {pictures.Sizes[0]} pictures, and {labels.Shown} {labels.Sizes[0]} labels: "
                + $"both must come from the same data set.");
    }

    private static (string Stem, string Kind) PicturesOf(string part) => ($"{part}-images", "idx3-ubyte");

    private static (string Stem, string Kind) LabelsOf(string part) => ($"{part}-labels", "idx1-ubyte");

    private static string Require(string folder, (string Stem, string Kind) name) => Find(folder, name) ?? throw new UserMistakeException(
        $"The folder {Quoted.Path(folder)} has no file '{name.Stem}-{name.Kind}', with or without '.gz': "
        + $"put it there, or name another folder.");

    private static string? Find(string folder, (string Stem, string Kind) name) =>
        new[] { $"{name.Stem}-{name.Kind}", $"{name.Stem}.{name.Kind}" }
            .SelectMany(plain => new[] { plain, $"{plain}.gz" })
            .Select(file => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
}
