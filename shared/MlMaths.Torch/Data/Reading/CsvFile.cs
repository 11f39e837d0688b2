namespace MlMaths.Torch.Data;

/// <summary>The bytes of a file of the user's, or the sentence that says why there are none.</summary>
internal static class CsvFile
{
    public static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
            throw new UserMistakeException($"{Quoted.Path(path)} is a folder: name one CSV file in it.");
        if (!File.Exists(path))
            throw new UserMistakeException($"There is no file {Quoted.Path(path)}{Meant(path)}: check its name and its folder.");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(path)} cannot be read ({cause.Message.TrimEnd('.')}): check its permissions, and "
                + $"whether another "
                + "program is using it.", cause);
        }
    }

    private static string Meant(string path)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!Directory.Exists(folder))
            return "";
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { IgnoreInaccessible = true });
        string? nearest = NearestName.Of(Path.GetFileName(path), files.Take(1000).Select(file => Path.GetFileName(file)));
        return nearest is null ? "" : $" (did you mean {Quoted.Value(nearest)}?)";
    }
}
